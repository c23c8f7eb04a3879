package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BodyViolationsTest {

    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    private final ObjectMapper json = strict();
    private final Validator validator = FACTORY.getValidator();

    private static ObjectMapper strict() {
        ObjectMapper mapper =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new StrictJson().customize(mapper);
        return mapper;
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    enum Colour {
        RED,
        BLUE
    }

    record Part(
            @NotNull(message = "FIELD_REQUIRED") String name,
            @Positive(message = "NUMBER_NOT_POSITIVE") int count) {}

    record Form(
            @NotNull(message = "FIELD_REQUIRED") @Size(max = 5, message = "FIELD_TOO_LONG")
            String name,

            @NotNull(message = "FIELD_REQUIRED") Colour colour,
            LocalDate day,
            boolean agreed,

            @Size(min = 2, max = 9, message = "FIELD_INVALID")
            String nick,

            List<@NotNull(message = "FIELD_REQUIRED") @Valid Part> parts) {}

    @Test
    void reports_all_wrong_types_and_constraints_at_once() throws Exception {
        assertThat(violations("""
                {"name": "abcdef", "colour": "GREEN", "day": 7, "agreed": "yes", "extra": 1,
                 "parts": [{"name": 3, "count": 1}, {"count": "2"}, 4]}
                """))
                .extracting(Violation::pointer, Violation::code, Violation::detail)
                .containsExactlyInAnyOrder(
                        tuple("/colour", "FIELD_TYPE_WRONG", "The value must be one of [RED, BLUE]."),
                        tuple("/day", "FIELD_TYPE_WRONG", "Send a date such as 2026-11-25."),
                        tuple("/agreed", "FIELD_TYPE_WRONG", "Send true or false."),
                        tuple(
                                "/extra",
                                "FIELD_UNKNOWN",
                                "Unknown field. Known fields: agreed, colour, day, name, nick, parts."),
                        tuple("/parts/0/name", "FIELD_TYPE_WRONG", "Send a JSON string."),
                        tuple("/parts/1/count", "FIELD_TYPE_WRONG", "Send a whole number."),
                        tuple("/parts/1/name", "FIELD_REQUIRED", "Fill in this field."),
                        tuple("/parts/2", "FIELD_TYPE_WRONG", "Send a JSON object."),
                        tuple("/name", "FIELD_TOO_LONG", "Send at most 5 characters."));
    }

    @Test
    void counts_characters_of_text() throws Exception {
        assertThat(violations("""
                {"name": "a", "colour": "RED", "agreed": "yes", "nick": "n"}
                """))
                .filteredOn(violation -> violation.pointer().equals("/nick"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.detail()).isEqualTo("Send 2 to 9 characters."))
                .satisfies(violation ->
                        assertThat(ChineseTexts.bundled().find(violation)).contains("需要 2 至 9 个字符。"));
    }

    @Test
    void stops_after_twenty_wrong_values() throws Exception {
        assertThat(violations("{\"parts\": [" + "4,".repeat(100) + "4]}")).hasSize(20);
    }

    @Test
    void reports_only_syntax_of_malformed_body() throws Exception {
        assertThat(violations("{\"agreed\": 7, \"name\": \"a\", \"name\": \"b\"}"))
                .extracting(Violation::code)
                .containsExactly("JSON_MALFORMED");
    }

    @Test
    void reports_body_of_wrong_kind() throws Exception {
        assertThat(violations("[]")).extracting(Violation::pointer).containsExactly("");
    }

    @Test
    void every_detail_has_chinese_text() throws Exception {
        assertThat(violations("""
                {"name": "abcdef", "colour": "GREEN", "day": 7, "agreed": "yes", "extra": 1,
                 "parts": [{"name": 3, "count": 0}, {"count": "2"}, 4]}
                """))
                .allSatisfy(violation ->
                        assertThat(ChineseTexts.bundled().find(violation)).isPresent());
    }

    private List<Violation> violations(String body) throws Exception {
        var first = catchThrowableOfType(JsonMappingException.class, () -> json.readValue(body, Form.class));
        return new BodyViolations(json, validator).of(body.getBytes(StandardCharsets.UTF_8), Form.class, first);
    }
}
