package io.zizhi.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.Index;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemasTest {

    enum Kind {
        ONE,
        TWO
    }

    record Sent(
            @NotBlank @Size(max = 5) String name,
            int count,
            @Nullable Kind kind,
            @Size(max = 3) List<@NotNull @Pattern(regexp = "[0-9]+") String> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(String name, @Nullable Instant at, Phone phone) {}

    record Plain(@Nullable String remark) {}

    record Wrapped(@JsonUnwrapped Shown shown, boolean more) {}

    @Test
    void request_requires_fields_that_reject_null() throws IOException {
        Schema sent = schemaOf(Sent.class, List.of(type(Sent.class)));
        assertThat(sent.getRequired()).containsExactly("name", "count");
        assertThat(property(sent, "name").getMaxLength()).isEqualTo(5);
        assertThat(property(sent, "kind").getAnyOf()).hasSize(2);
        assertThat(property(sent, "items").getType()).contains(SchemaType.NULL);
        assertThat(property(sent, "items").getMaxItems()).isEqualTo(3);
        assertThat(Objects.requireNonNull(property(sent, "items").getItems()).getPattern())
                .isEqualTo("^(?:[0-9]+)$");
    }

    @Test
    void response_requires_fields_that_are_never_omitted() throws IOException {
        Schema shown = schemaOf(Shown.class, List.of());
        assertThat(shown.getRequired()).containsExactly("name", "phone");
        assertThat(property(shown, "at").getType()).containsExactly(SchemaType.STRING);
        assertThat(property(shown, "phone").getType()).containsExactly(SchemaType.STRING);
    }

    @Test
    void response_allows_null_where_it_is_not_omitted() throws IOException {
        Schema plain = schemaOf(Plain.class, List.of());
        assertThat(plain.getRequired()).containsExactly("remark");
        assertThat(property(plain, "remark").getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
    }

    @Test
    void rejects_additional_fields() throws IOException {
        Schema others = schemaOf(Shown.class, List.of()).getAdditionalPropertiesSchema();
        assertThat(Objects.requireNonNull(others).getBooleanSchema()).isFalse();
    }

    @Test
    void puts_unwrapped_fields_beside_the_others() throws IOException {
        Schema wrapped = schemaOf(Wrapped.class, List.of());
        assertThat(Objects.requireNonNull(wrapped.getProperties())).containsOnlyKeys("name", "at", "phone", "more");
    }

    @Test
    void names_a_page_after_its_items() throws IOException {
        Schemas schemas = schemas(List.of());
        Type page = ParameterizedType.create(Page.class, type(Shown.class));
        assertThat(schemas.of(page).getRef()).isEqualTo("#/components/schemas/ShownPage");
        Schema items = property(Objects.requireNonNull(schemas.components().get("ShownPage")), "items");
        assertThat(Objects.requireNonNull(items.getItems()).getRef()).isEqualTo("#/components/schemas/Shown");
    }

    private static Schema schemaOf(Class<?> type, List<Type> bodies) throws IOException {
        Schemas schemas = schemas(bodies);
        schemas.of(type(type));
        return Objects.requireNonNull(schemas.components().get(type.getSimpleName()));
    }

    private static Schemas schemas(List<Type> bodies) throws IOException {
        Index index =
                Index.of(Sent.class, Shown.class, Plain.class, Wrapped.class, Kind.class, Page.class, Phone.class);
        return new Schemas(index, Comments.ofAllModules(SchemasTest.class.getClassLoader()), bodies);
    }

    private static Type type(Class<?> type) {
        return ClassType.create(type);
    }

    private static Schema property(Schema schema, String name) {
        Map<String, Schema> properties = Objects.requireNonNull(schema.getProperties());
        return Objects.requireNonNull(properties.get(name));
    }
}
