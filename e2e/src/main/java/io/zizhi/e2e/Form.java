package io.zizhi.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccount;
import java.util.Objects;

/** A complete form of a qualification that an account files for itself. */
public final class Form {

    private static final String CONSENT_NOTICE = "2026-11";

    private Form() {}

    /** Ids of the documents that every form needs. */
    public record Documents(String emblem, String portrait, String certificate) {}

    /** The kind of certificate that owners of that type have. */
    public static String certificateKind(String ownerType) {
        return ownerType.equals("PUBLIC_INSTITUTION") ? "INSTITUTION_CERTIFICATE" : "BUSINESS_LICENSE";
    }

    /** A form with the least that a draft needs. */
    public static ObjectNode begun(String name) {
        return Api.JSON
                .createObjectNode()
                .put("name", name)
                .put("purpose", "SELF")
                .put("ownerType", "COMPANY");
    }

    /** The form that passes the pre-check. */
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
        form.set("legalPerson", person(administrator));
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
