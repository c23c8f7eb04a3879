package io.zizhi.qualification.precheck.rule.form;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.qualification.form.Administrator;
import io.zizhi.qualification.form.Certificate;
import io.zizhi.qualification.form.Company;
import io.zizhi.qualification.form.IdentifiedPerson;
import io.zizhi.qualification.form.QualificationForm;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.Rule;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.Facts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that all fields required for a submission are filled in. Only this rule reports missing fields. */
@Singleton
public class RequiredFields implements Rule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.FIELD_REQUIRED);
    }

    @Override
    public List<Outcome> judge(QualificationForm form, Facts facts) {
        List<Outcome> outcomes = new ArrayList<>();
        add(outcomes, form.consent(), "/consent");
        if (form.ownerType() != OwnerType.PERSON) {
            ofCompany(outcomes, form);
            ofPerson(outcomes, "/legalRepresentative", form.legalRepresentative());
        }
        ofPerson(outcomes, "/administrator", form.administrator());
        ofAdministrator(outcomes, form.administrator());
        return outcomes;
    }

    private static void ofCompany(List<Outcome> outcomes, QualificationForm form) {
        Company company = form.company();
        Certificate certificate = company == null ? null : company.certificate();
        add(outcomes, company == null ? null : company.name(), "/company/name");
        add(outcomes, company == null ? null : company.creditCode(), "/company/creditCode");
        if (company != null && company.scanned()) {
            add(outcomes, company.authenticationId(), "/company/authenticationId");
        }
        boolean imageNeeded = company == null || !company.scanned() || form.purpose() == Purpose.THIRD_PARTY;
        String image = certificate == null ? null : certificate.documentId();
        // An optional image is also checked and stored, so its kind is required, too.
        if (imageNeeded || image != null) {
            add(outcomes, certificate == null ? null : certificate.kind(), "/company/certificate/kind");
        }
        if (imageNeeded) {
            addDocument(outcomes, image, "/company/certificate/documentId");
        }
        add(outcomes, certificate == null ? null : certificate.validFrom(), "/company/certificate/validFrom");
        add(outcomes, certificate == null ? null : certificate.validTo(), "/company/certificate/validTo");
    }

    private static void ofPerson(List<Outcome> outcomes, String pointer, @Nullable IdentifiedPerson person) {
        add(
                outcomes,
                person == null || person.name() == null ? null : person.name().reveal(),
                pointer + "/name");
        add(outcomes, person == null ? null : person.idType(), pointer + "/idType");
        add(
                outcomes,
                person == null || person.idNumber() == null
                        ? null
                        : person.idNumber().reveal(),
                pointer + "/idNumber");
        add(outcomes, person == null ? null : person.validFrom(), pointer + "/validFrom");
        add(outcomes, person == null ? null : person.validTo(), pointer + "/validTo");
    }

    private static void ofAdministrator(List<Outcome> outcomes, @Nullable Administrator person) {
        addDocument(outcomes, person == null ? null : person.emblemDocumentId(), "/administrator/emblemDocumentId");
        addDocument(outcomes, person == null ? null : person.portraitDocumentId(), "/administrator/portraitDocumentId");
        add(
                outcomes,
                person == null || person.phone() == null ? null : person.phone().reveal(),
                "/administrator/phone");
        add(outcomes, person == null ? null : person.phoneVerificationId(), "/administrator/phoneVerificationId");
    }

    private static void add(List<Outcome> outcomes, @Nullable Object value, String pointer) {
        boolean filledIn = value instanceof String text ? !text.isBlank() : value != null;
        outcomes.add(SharedCodes.FIELD_REQUIRED.check(filledIn, pointer));
    }

    private static void addDocument(List<Outcome> outcomes, @Nullable String documentId, String pointer) {
        outcomes.add(SharedCodes.DOCUMENT_REQUIRED.check(documentId != null && !documentId.isBlank(), pointer));
    }
}
