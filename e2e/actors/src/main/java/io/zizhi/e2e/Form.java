package io.zizhi.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccount;
import java.util.Objects;

/** Builds complete forms of qualifications, filed for the account itself or for another company, and of letters. */
public final class Form {

    private static final String CONSENT_NOTICE = "2026-11";

    private Form() {}

    /** Ids of the documents in every form. */
    public record Documents(String emblem, String portrait, String certificate) {}

    /** Returns the kind of certificate for that type of owner. */
    public static String certificateKind(String ownerType) {
        return ownerType.equals("PUBLIC_INSTITUTION") ? "INSTITUTION_CERTIFICATE" : "BUSINESS_LICENSE";
    }

    /** Returns a form with the minimum content of a draft. */
    public static ObjectNode begun(String name) {
        return Api.JSON
                .createObjectNode()
                .put("name", name)
                .put("purpose", "SELF")
                .put("ownerType", "COMPANY");
    }

    /** Returns a form that passes the pre-check. */
    public static ObjectNode filledIn(
            DemoAccount account,
            String name,
            String ownerType,
            InventedPerson administrator,
            String phoneVerificationId,
            Documents documents) {
        ObjectNode form = Api.JSON.createObjectNode();
        form.put("name", name).put("purpose", "SELF").put("ownerType", ownerType);
        form.set("company", company(account, ownerType, documents.certificate()));
        form.set("legalRepresentative", person(administrator));
        ObjectNode filled = person(administrator)
                .put("emblemDocumentId", documents.emblem())
                .put("portraitDocumentId", documents.portrait())
                .put("phone", administrator.phone())
                .put("phoneVerificationId", phoneVerificationId);
        form.set("administrator", filled);
        form.putArray("moreMaterial");
        form.putObject("consent").put("noticeVersion", CONSENT_NOTICE).put("accepted", true);
        return form;
    }

    public static void certificateUntil(ObjectNode form, String lastDay) {
        ((ObjectNode) form.path("company").path("certificate")).put("validTo", lastDay);
    }

    /** Changes the form into one that is filed for {@code owner} under a letter. */
    public static void forThirdParty(ObjectNode form, DemoAccount owner, long letterId) {
        form.put("purpose", "THIRD_PARTY").put("letterId", letterId);
        ((ObjectNode) form.path("company"))
                .put("name", Objects.requireNonNull(owner.companyName()))
                .put("creditCode", Objects.requireNonNull(owner.creditCode()));
    }

    /** Returns an authorization letter that passes the pre-check. */
    public static ObjectNode letter(
            String name,
            DemoAccount authoriser,
            DemoAccount authorised,
            String lastDay,
            String documentId,
            String signatureName) {
        ObjectNode form = Api.JSON
                .createObjectNode()
                .put("name", name)
                .put("authoriser", Objects.requireNonNull(authoriser.companyName()))
                .put("creditCode", Objects.requireNonNull(authoriser.creditCode()))
                .put("authorisedParty", Objects.requireNonNull(authorised.companyName()))
                .put("validFrom", "2026-01-01")
                .put("validTo", lastDay)
                .put("documentId", documentId);
        form.putArray("signatureNames").add(signatureName);
        return form;
    }

    private static ObjectNode company(DemoAccount account, String ownerType, String certificate) {
        ObjectNode company = Api.JSON
                .createObjectNode()
                .put("name", Objects.requireNonNull(account.companyName()))
                .put("creditCode", Objects.requireNonNull(account.creditCode()));
        company.putObject("certificate")
                .put("kind", certificateKind(ownerType))
                .put("documentId", certificate)
                .put("validFrom", "2020-01-01")
                .put("validTo", "2099-12-31");
        return company;
    }

    private static ObjectNode person(InventedPerson person) {
        return Api.JSON
                .createObjectNode()
                .put("name", person.name())
                .put("idType", "RESIDENT_ID")
                .put("idNumber", person.idNumber())
                .put("validFrom", "2020-01-01")
                .put("validTo", "2040-01-01");
    }
}
