package io.zizhi.qualification.precheck.letter;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.account.PersonHash;
import io.zizhi.qualification.account.VerifiedPerson;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that the authorised party is the verified person of the account, if the account belongs to a person. */
@Singleton
public class LetterPartyIsPerson implements LetterRule {

    private static final String POINTER = "/authorisedParty";

    private final PersonHash hash;

    public LetterPartyIsPerson(PersonHash hash) {
        this.hash = hash;
    }

    @Override
    public List<RuleCode> codes() {
        return List.of(LetterParties.LETTER_PARTY_MISMATCH, SharedCodes.PERSON_NOT_COMPARED);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        Optional<String> party = form.party().filter(name -> !name.isBlank());
        return facts.identity().filter(identity -> identity.kind() == AccountKind.PERSON).stream()
                .flatMap(identity -> party.map(name -> compare(identity.person(), name)).stream())
                .toList();
    }

    private Outcome compare(@Nullable VerifiedPerson person, String party) {
        return person == null
                ? SharedCodes.PERSON_NOT_COMPARED.unknown(POINTER)
                : LetterParties.LETTER_PARTY_MISMATCH.check(person.isNamed(PersonName.of(party), hash), POINTER);
    }
}
