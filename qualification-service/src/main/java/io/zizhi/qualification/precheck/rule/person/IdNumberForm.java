package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Checks the format of an id number for its document type, including the check character. */
@Singleton
public class IdNumberForm implements Rule {

    static final RuleCode ID_NUMBER_INVALID = new RuleCode(
            "ID_NUMBER_INVALID",
            "证件号码与所选证件类型的格式不符或校验位错误，请重新填写。",
            "The number does not have the format of this document type, or its check character is wrong: correct it.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ID_NUMBER_INVALID);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.persons().stream()
                .flatMap(person -> judge(person, facts.today()).stream())
                .toList();
    }

    private static Optional<Outcome> judge(IdentifiedPerson person, LocalDate today) {
        IdType type = person.idType();
        return type == null
                ? Optional.empty()
                : person.normalisedIdNumber()
                        .filter(number -> !number.isEmpty())
                        .map(number -> code(type, number, today)
                                .check(type.accepts(number, today), person.pointer() + "/idNumber"));
    }

    /** Names the right type for numbers that residents of Hong Kong, Macau and Taiwan often file as a resident id. */
    private static RuleCode code(IdType type, String number, LocalDate today) {
        return type == IdType.RESIDENT_ID && IdType.RESIDENCE_PERMIT.accepts(number, today)
                ? ID_NUMBER_INVALID.saying(
                        "该号码属于港澳台居民居住证，请改选该证件类型。",
                        "This number belongs to a residence permit: choose that document type.")
                : ID_NUMBER_INVALID;
    }
}
