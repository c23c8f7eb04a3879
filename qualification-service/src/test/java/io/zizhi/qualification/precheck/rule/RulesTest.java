package io.zizhi.qualification.precheck.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.qualification.form.FormMother;
import io.zizhi.qualification.precheck.Evaluation;
import io.zizhi.qualification.precheck.LetterConfig;
import io.zizhi.qualification.precheck.LetterPrecheck;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.OutcomeStatus;
import io.zizhi.qualification.precheck.Precheck;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.facts.FactsMother;
import io.zizhi.qualification.precheck.letter.LetterAccount;
import io.zizhi.qualification.precheck.letter.LetterCreditCode;
import io.zizhi.qualification.precheck.letter.LetterName;
import io.zizhi.qualification.precheck.letter.LetterNameCharacters;
import io.zizhi.qualification.precheck.letter.LetterParties;
import io.zizhi.qualification.precheck.letter.LetterPartyIsPerson;
import io.zizhi.qualification.precheck.letter.LetterPeriod;
import io.zizhi.qualification.precheck.letter.LetterPicture;
import io.zizhi.qualification.precheck.letter.LetterRequiredFields;
import io.zizhi.qualification.precheck.letter.LetterScope;
import io.zizhi.qualification.precheck.rule.company.CertificateKindAllowed;
import io.zizhi.qualification.precheck.rule.company.CertificatePeriod;
import io.zizhi.qualification.precheck.rule.company.CompanyNameForm;
import io.zizhi.qualification.precheck.rule.company.CompanyRegistered;
import io.zizhi.qualification.precheck.rule.company.CompanyScanned;
import io.zizhi.qualification.precheck.rule.company.CreditCodeForm;
import io.zizhi.qualification.precheck.rule.company.CreditCodeMatchesOwner;
import io.zizhi.qualification.precheck.rule.company.SupportedEntity;
import io.zizhi.qualification.precheck.rule.document.DocumentsDistinct;
import io.zizhi.qualification.precheck.rule.document.DocumentsUsable;
import io.zizhi.qualification.precheck.rule.document.IdPhotos;
import io.zizhi.qualification.precheck.rule.document.LetterAttached;
import io.zizhi.qualification.precheck.rule.document.PhotosOfPerson;
import io.zizhi.qualification.precheck.rule.document.PicturesDistinct;
import io.zizhi.qualification.precheck.rule.document.PicturesLegible;
import io.zizhi.qualification.precheck.rule.document.RecognisedValuesAgree;
import io.zizhi.qualification.precheck.rule.document.SupplementAnswered;
import io.zizhi.qualification.precheck.rule.form.ConsentGiven;
import io.zizhi.qualification.precheck.rule.form.NameCharacters;
import io.zizhi.qualification.precheck.rule.form.NameForm;
import io.zizhi.qualification.precheck.rule.form.NameFree;
import io.zizhi.qualification.precheck.rule.form.RequiredFields;
import io.zizhi.qualification.precheck.rule.owner.AccountIsVerified;
import io.zizhi.qualification.precheck.rule.owner.OwnerFromMainland;
import io.zizhi.qualification.precheck.rule.owner.OwnerTypeMatchesAccount;
import io.zizhi.qualification.precheck.rule.owner.PartsOfOwner;
import io.zizhi.qualification.precheck.rule.owner.PersonAccountOffered;
import io.zizhi.qualification.precheck.rule.owner.SelfUseMatchesAccount;
import io.zizhi.qualification.precheck.rule.owner.SelfUseMatchesPerson;
import io.zizhi.qualification.precheck.rule.owner.ShareHasEffect;
import io.zizhi.qualification.precheck.rule.owner.ThirdPartyIsAnother;
import io.zizhi.qualification.precheck.rule.person.AdministratorElsewhere;
import io.zizhi.qualification.precheck.rule.person.AdministratorOfAge;
import io.zizhi.qualification.precheck.rule.person.IdNumberForm;
import io.zizhi.qualification.precheck.rule.person.IdPeriod;
import io.zizhi.qualification.precheck.rule.person.OneAdministratorOneCompany;
import io.zizhi.qualification.precheck.rule.person.OneNamePerIdNumber;
import io.zizhi.qualification.precheck.rule.person.PersonNameForm;
import io.zizhi.qualification.precheck.rule.person.PhoneNumberForm;
import io.zizhi.qualification.precheck.rule.person.PhoneVerified;
import java.util.List;
import org.junit.jupiter.api.Test;

public class RulesTest {

    public static final List<LetterRule> LETTERS = List.of(
            new LetterAccount(),
            new LetterCreditCode(),
            new LetterName(),
            new LetterNameCharacters(),
            new LetterParties(),
            new LetterPartyIsPerson(FactsMother.HASH),
            new LetterPeriod(),
            new LetterPicture(),
            new LetterRequiredFields(),
            new LetterScope());

    public static final List<Rule> ALL = List.of(
            new AccountIsVerified(),
            new AdministratorElsewhere(),
            new AdministratorOfAge(),
            new CertificateKindAllowed(),
            new CertificatePeriod(),
            new CompanyNameForm(),
            new CompanyRegistered(),
            new CompanyScanned(),
            new ConsentGiven(),
            new CreditCodeForm(),
            new CreditCodeMatchesOwner(),
            new DocumentsDistinct(),
            new DocumentsUsable(),
            new IdNumberForm(),
            new IdPeriod(),
            new IdPhotos(),
            new LetterAttached(new LetterPrecheck(LETTERS), () -> LetterConfig.RequiredAt.SUBMISSION),
            new NameCharacters(),
            new NameForm(),
            new NameFree(),
            new OneAdministratorOneCompany(() -> false),
            new OneNamePerIdNumber(),
            new OwnerFromMainland(),
            new OwnerTypeMatchesAccount(),
            new PartsOfOwner(),
            new PersonAccountOffered(new OfferToPersons(true, true)),
            new PersonNameForm(),
            new PhoneNumberForm(),
            new PhoneVerified(),
            new PhotosOfPerson(),
            new PicturesDistinct(),
            new PicturesLegible(),
            new RecognisedValuesAgree(),
            new RequiredFields(),
            new SelfUseMatchesAccount(),
            new SelfUseMatchesPerson(FactsMother.HASH),
            new ShareHasEffect(),
            new SupplementAnswered(),
            new SupportedEntity(),
            new ThirdPartyIsAnother());

    private final Precheck precheck = new Precheck(ALL);

    @Test
    void good_form_passes_every_rule() {
        Evaluation evaluation = precheck.evaluate(FormMother.good(), FactsMother.good());

        assertThat(evaluation.passed()).isTrue();
        assertThat(evaluation.outcomes()).allMatch(outcome -> outcome.status() == OutcomeStatus.PASSED);
        assertThat(evaluation.outcomes()).hasSizeGreaterThan(30);
    }

    @Test
    void empty_draft_fails_only_for_missing_fields() {
        Evaluation evaluation = precheck.evaluate(FormMother.named("资质"), FactsMother.good());

        assertThat(evaluation.passed()).isFalse();
        assertThat(evaluation.with(OutcomeStatus.FAILED))
                .allMatch(outcome -> outcome.rule().code().equals("FIELD_REQUIRED"))
                .extracting(outcome -> outcome.pointer())
                .contains(
                        "/company/creditCode",
                        "/company/certificate/documentId",
                        "/legalRepresentative/idNumber",
                        "/administrator/phoneVerificationId",
                        "/consent")
                .doesNotContain("/legalRepresentative/emblemDocumentId");
    }

    @Test
    void catalogue_has_unique_codes_with_advice_in_both_languages() {
        List<RuleCode> catalogue = precheck.catalogue();

        assertThat(catalogue).extracting(RuleCode::code).doesNotHaveDuplicates().isSorted();
        assertThat(catalogue).allMatch(code -> code.code().matches("[A-Z_]{4,40}"));
        assertThat(catalogue).allMatch(code -> code.adviceZh().codePoints().anyMatch(Character::isIdeographic));
        assertThat(catalogue)
                .allMatch(code -> withoutQuotedWords(code.adviceEn()).matches("\\p{ASCII}+|.*[·【】（）].*"));
    }

    /** English advice may quote a Chinese word that the rule names, such as "测试". */
    private static String withoutQuotedWords(String advice) {
        return advice.replaceAll("\"\\p{IsHan}+\"", "");
    }

    @Test
    void unknown_results_do_not_fail() {
        Evaluation evaluation =
                precheck.evaluate(FormMother.good(), FactsMother.withDocuments(java.util.Optional.empty()));

        assertThat(evaluation.passed()).isTrue();
        assertThat(evaluation.with(OutcomeStatus.UNKNOWN)).hasSize(4);
    }
}
