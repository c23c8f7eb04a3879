package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.NameCharacterCheck;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks the names in a letter for deceptive characters: its own name, its parties and its signatures. */
@Singleton
public class LetterNameCharacters implements LetterRule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.NAME_CHARACTER_INVALID);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        List<String> signatures = form.signatureNames();
        return Stream.concat(
                        Stream.of(
                                NameCharacterCheck.of(form.name(), "/name"),
                                NameCharacterCheck.of(form.authoriser(), "/authoriser"),
                                NameCharacterCheck.of(form.party().orElse(null), "/authorisedParty")),
                        IntStream.range(0, signatures.size())
                                .mapToObj(index ->
                                        NameCharacterCheck.of(signatures.get(index), "/signatureNames/" + index)))
                .flatMap(Optional::stream)
                .toList();
    }
}
