package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.form.standard.NameSyntax;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.Imitation;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the format of both names, and that the authorised party is the verified company of the account. An account
 * verified as a person has no company name to compare. The reviewer checks the party instead.
 */
@Singleton
public class LetterParties implements LetterRule {

    static final RuleCode LETTER_PARTY_INVALID = new RuleCode(
            "LETTER_PARTY_INVALID",
            "授权方和被授权方名称不超过 150 字，除“·【】（）()”和空格外不能含其他符号，不能全为数字。",
            "The name of a party must have at most 150 characters, no symbols except ·【】（）() and spaces, and not digits only.");

    public static final RuleCode LETTER_PARTY_MISMATCH = new RuleCode(
            "LETTER_PARTY_MISMATCH",
            "授权方须与资质的企业名称和统一社会信用代码一致，被授权方须为本账号的实名主体，请按此重新出具授权委托书。",
            "The authoriser must match the qualification's company name and credit code, and the authorised party must be the verified identity of the account: get a corrected letter.");

    @Override
    public List<RuleCode> codes() {
        return List.of(LETTER_PARTY_INVALID, LETTER_PARTY_MISMATCH, SharedCodes.COMPANY_NAME_CONFUSABLE);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        filledIn(form.authoriser()).map(name -> form(name, "/authoriser")).ifPresent(outcomes::add);
        filledIn(form.party().orElse(null)).ifPresent(party -> {
            outcomes.add(form(party, "/authorisedParty"));
            facts.identity()
                    .map(VerifiedIdentity::companyName)
                    .map(company -> compare(party.strip(), company))
                    .ifPresent(outcomes::add);
        });
        return outcomes;
    }

    private static Outcome compare(String party, String company) {
        return Imitation.of(party, company)
                .map(imitation -> imitation.failed("/authorisedParty"))
                .orElseGet(() -> LETTER_PARTY_MISMATCH.check(CompanyName.same(party, company), "/authorisedParty"));
    }

    private static Optional<String> filledIn(@Nullable String text) {
        return Optional.ofNullable(text).filter(name -> !name.isBlank());
    }

    private static Outcome form(String name, String pointer) {
        return LETTER_PARTY_INVALID.check(NameSyntax.isOrganisation(name), pointer);
    }
}
