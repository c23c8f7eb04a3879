package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.qualification.form.IdType;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Warns if the administrator, who runs the SMS business, is under 16 according to the id number. */
@Singleton
public class AdministratorOfAge implements Rule {

    static final RuleCode ADMINISTRATOR_UNDER_AGE = new RuleCode(
            "ADMINISTRATOR_UNDER_AGE",
            "按证件号码，管理员未满 16 周岁，请核对证件号码，或更换管理员。",
            "According to the id number the administrator is under 16: check the number, or name another administrator.");

    private static final int LEAST_YEARS = 16;
    private static final String POINTER = "/administrator/idNumber";

    @Override
    public List<RuleCode> codes() {
        return List.of(ADMINISTRATOR_UNDER_AGE);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return Optional.ofNullable(form.administrator())
                .flatMap(person -> Optional.ofNullable(person.idType())
                        .flatMap(type ->
                                person.normalisedIdNumber().flatMap(number -> born(type, number, facts.today()))))
                .map(born -> born.plusYears(LEAST_YEARS).isAfter(facts.today())
                        ? ADMINISTRATOR_UNDER_AGE.warning(POINTER)
                        : ADMINISTRATOR_UNDER_AGE.passed(POINTER))
                .stream()
                .toList();
    }

    private static Optional<LocalDate> born(IdType type, String number, LocalDate today) {
        return type.accepts(number, today) ? type.birthDate(number) : Optional.empty();
    }
}
