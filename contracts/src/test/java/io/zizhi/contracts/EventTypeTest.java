package io.zizhi.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

    private static final List<Class<? extends Event>> FAMILIES = List.of(
            QualificationEvent.class,
            AuthorizationLetterEvent.class,
            SignatureEvent.class,
            CarrierFilingEvent.class,
            ReviewEvent.class,
            DocumentEvent.class,
            NotificationEvent.class,
            WebhookEvent.class,
            AccountEvent.class);

    /**
     * Words that hint at personal data: no component name may end in one. {@code name} alone is the name of a
     * qualification.
     */
    private static final List<String> PERSONAL = List.of(
            "phone",
            "mobile",
            "phonenumber",
            "idnumber",
            "personname",
            "legalrepresentativename",
            "administratorname",
            "idcard",
            "email",
            "address",
            "note",
            "remark");

    @Test
    void gives_every_event_exactly_one_type() {
        List<Class<?>> events = FAMILIES.stream()
                .flatMap(family -> Arrays.stream(Objects.requireNonNull(family.getPermittedSubclasses())))
                .toList();
        assertThat(Arrays.stream(EventType.values()).map(EventType::eventClass))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .<Class<? extends Event>>map(event -> event.asSubclass(Event.class))
                        .toList());
    }

    @Test
    void names_are_unique_and_versioned() {
        List<String> names =
                Arrays.stream(EventType.values()).map(EventType::typeName).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("zizhi\\.[a-z]+\\.[a-z-]+\\.v1"));
    }

    @ParameterizedTest
    @EnumSource
    void event_has_its_type_and_the_topic_of_its_family(EventType type) {
        assertThat(Samples.of(type).type()).isEqualTo(type);
        assertThat(EventType.named(type.typeName())).contains(type);
        assertThat(Topics.ALL).contains(type.topic());
        assertThat(type.typeName())
                .startsWith(type.topic().substring(0, type.topic().lastIndexOf('.')) + ".");
    }

    @ParameterizedTest
    @EnumSource
    void rejects_component_names_that_suggest_personal_data(EventType type) {
        assertThat(components(type.eventClass()).map(RecordComponent::getName))
                .noneMatch(name -> PERSONAL.stream()
                        .anyMatch(word -> name.toLowerCase(Locale.ROOT).endsWith(word)));
    }

    @Test
    void accepts_unknown_type_of_newer_version() {
        assertThat(EventType.named("zizhi.qualification.praised.v1")).isEmpty();
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        if (!type.isRecord()) {
            return Stream.empty();
        }
        return Arrays.stream(Objects.requireNonNull(type.getRecordComponents()))
                .flatMap(component -> Stream.concat(Stream.of(component), inner(component.getGenericType())));
    }

    private static Stream<RecordComponent> inner(Type type) {
        return switch (type) {
            case Class<?> plain -> components(plain);
            case ParameterizedType list ->
                Arrays.stream(list.getActualTypeArguments()).flatMap(EventTypeTest::inner);
            default -> Stream.empty();
        };
    }
}
