package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Checks that today is within the validity of each person's id document, including both ends. */
@Singleton
public class IdPeriod implements Rule {

    static final RuleCode ID_PERIOD_INVALID = new RuleCode(
            "ID_PERIOD_INVALID",
            "身份证件有效期的开始日期不能晚于结束日期，且须在 1900-01-01 至 2099-12-31 之间；长期有效请填 2099-12-31。",
            "The period must not end before it begins, and must lie between 1900-01-01 and 2099-12-31, which means long-term.");

    static final RuleCode ID_NOT_YET_VALID = new RuleCode(
            "ID_NOT_YET_VALID", "身份证件尚未生效，请使用已生效的证件。", "The id document is not valid yet: use a valid one.");

    public static final RuleCode ID_EXPIRED =
            new RuleCode("ID_EXPIRED", "身份证件已过期，请使用换发后的证件。", "The id document has expired: use the renewed one.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ID_PERIOD_INVALID, ID_NOT_YET_VALID, ID_EXPIRED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        return form.persons().stream()
                .flatMap(person ->
                        person.period().map(period -> judge(person.pointer(), period, facts.today())).stream())
                .toList();
    }

    private static Outcome judge(String pointer, Period period, LocalDate today) {
        if (!period.isPossible()) {
            return ID_PERIOD_INVALID.failed(pointer + "/validTo");
        }
        if (period.startsAfter(today)) {
            return ID_NOT_YET_VALID.failed(pointer + "/validFrom");
        }
        return ID_EXPIRED.check(!period.endedBefore(today), pointer + "/validTo");
    }
}
