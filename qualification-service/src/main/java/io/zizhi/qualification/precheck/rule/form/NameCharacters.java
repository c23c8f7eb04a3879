package io.zizhi.qualification.precheck.rule.form;

import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.NameCharacterCheck;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks all names of the form for deceptive characters, which are invisible or look like other characters. */
@Singleton
public class NameCharacters implements Rule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.NAME_CHARACTER_INVALID);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        String company = Optional.ofNullable(form.company()).map(Company::name).orElse(null);
        Stream<Optional<Outcome>> persons = form.persons().stream()
                .map(person -> NameCharacterCheck.of(
                        Optional.ofNullable(person.name())
                                .map(PersonName::reveal)
                                .orElse(null),
                        person.pointer() + "/name"));
        return Stream.concat(
                        Stream.of(
                                NameCharacterCheck.of(form.name(), "/name"),
                                NameCharacterCheck.of(company, "/company/name")),
                        persons)
                .flatMap(Optional::stream)
                .toList();
    }
}
