package io.zizhi.qualification.precheck.rule.person;

import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.LegalRepresentative;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that legal representative and administrator have the same name if they have the same id document. */
@Singleton
public class OneNamePerIdNumber implements Rule {

    static final RuleCode ID_NUMBER_TWO_NAMES = new RuleCode(
            "ID_NUMBER_TWO_NAMES",
            "法定代表人与管理员的证件号码相同而姓名不同，请核对姓名和证件号码。",
            "Legal representative and administrator have the same id number but different names: correct name or number.");

    @Override
    public List<RuleCode> codes() {
        return List.of(ID_NUMBER_TWO_NAMES);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        LegalRepresentative representative = form.legalRepresentative();
        Administrator administrator = form.administrator();
        if (representative == null || administrator == null || !haveSameNumber(representative, administrator)) {
            return List.of();
        }
        PersonName one = filledIn(representative.name());
        PersonName other = filledIn(administrator.name());
        return one == null || other == null
                ? List.of()
                : List.of(ID_NUMBER_TWO_NAMES.check(same(one, other), "/administrator/name"));
    }

    private static boolean haveSameNumber(IdentifiedPerson one, IdentifiedPerson other) {
        Optional<String> number = one.normalisedIdNumber().filter(text -> !text.isEmpty());
        return number.isPresent() && one.idType() == other.idType() && number.equals(other.normalisedIdNumber());
    }

    private static @Nullable PersonName filledIn(@Nullable PersonName name) {
        return name == null || name.reveal().isBlank() ? null : name;
    }

    private static boolean same(PersonName one, PersonName other) {
        return WrittenName.same(one.reveal().strip(), other.reveal().strip());
    }
}
