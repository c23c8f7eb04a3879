package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.demo.DemoAccount;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** Files qualifications for one account. */
public final class Applicant {

    private final Addresses addresses;
    private final Api api;
    private final DemoAccount account;

    public Applicant(Addresses addresses, String user, DemoAccount account) {
        this.addresses = addresses;
        this.api = Login.as(user, addresses);
        this.account = account;
    }

    /** Requests a code by SMS; returns the id of the verification. */
    public String requestPhoneCode(String phone) {
        ObjectNode body = Api.JSON.createObjectNode().put("phone", phone);
        URI uri = at(addresses.notification(), "/v1/phone-verifications");
        return api.post(uri, body).expect(202).path("verificationId").asText();
    }

    public JsonNode enterPhoneCode(String verificationId, String code) {
        ObjectNode body = Api.JSON.createObjectNode().put("code", code);
        return api.post(at(addresses.notification(), "/v1/phone-verifications/" + verificationId + "/attempts"), body)
                .expect(200);
    }

    /** Uploads a PNG; returns the id of the document. */
    public String upload(String kind, byte[] png) {
        URI uri = at(addresses.document(), "/v1/documents?kind=" + kind);
        return api.upload(uri, "image/png", png).expect(201).path("documentId").asText();
    }

    /** Uploads a JPEG; returns the id of the document. */
    public String uploadPhoto(String kind, byte[] jpeg) {
        URI uri = at(addresses.document(), "/v1/documents?kind=" + kind);
        return api.upload(uri, "image/jpeg", jpeg)
                .expect(201)
                .path("documentId")
                .asText();
    }

    /** Returns what was recognised in a document, after at most three seconds. */
    public JsonNode recognition(String documentId) {
        return api.get(at(addresses.document(), "/v1/documents/" + documentId + "/recognition?wait=3"))
                .expect(200);
    }

    /** Uploads a PNG with a file name, by which sheets may refer to it. */
    public void upload(String kind, String fileName, byte[] png) {
        URI uri = at(addresses.document(), "/v1/documents?kind=" + kind);
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        api.upload(uri, "image/png", png, "Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .expect(201);
    }

    /** Returns a complete working copy with newly uploaded specimens. */
    public ObjectNode fillIn(String name, String ownerType, InventedPerson administrator, String phoneVerificationId) {
        String emblem = upload("ID_EMBLEM", Specimen.idEmblem("2020-01-01 - 2040-01-01"));
        String portrait = upload("ID_PORTRAIT", Specimen.idPortrait(administrator.idNumber()));
        String kind = Form.certificateKind(ownerType);
        String companyName = Objects.requireNonNull(account.companyName());
        String creditCode = Objects.requireNonNull(account.creditCode());
        String certificate = upload(kind, Specimen.businessLicense(companyName, creditCode));
        return Form.filledIn(
                account,
                name,
                ownerType,
                administrator,
                phoneVerificationId,
                new Form.Documents(emblem, portrait, certificate));
    }

    /** Starts a company authentication by scan; returns its id. */
    public String startCompanyAuthentication() {
        return api.post(at(addresses.qualification(), "/v1/company-authentications"), null)
                .expect(201)
                .path("id")
                .asText();
    }

    /** Submits a CSV as a bulk filing; returns its id. */
    public long uploadSheet(byte[] csv) {
        URI uri = at(addresses.qualification(), "/v1/bulk-filings?noticeVersion=2026-11");
        return api.upload(uri, "text/csv", csv).expect(201).path("id").asLong();
    }

    /** Submits an XLSX as a bulk filing; returns its view. */
    public JsonNode uploadWorkbook(byte[] xlsx) {
        URI uri = at(addresses.qualification(), "/v1/bulk-filings?noticeVersion=2026-11");
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return api.upload(uri, type, xlsx).expect(201);
    }

    public JsonNode bulkFilings() {
        return api.get(at(addresses.qualification(), "/v1/bulk-filings")).expect(200);
    }

    public JsonNode bulkRows(long id) {
        return api.get(at(addresses.qualification(), "/v1/bulk-filings/" + id + "/rows"))
                .expect(200);
    }

    /** Returns the result of a bulk filing as XLSX. */
    public byte[] bulkResult(long id) {
        Api.Answer answer = api.get(at(addresses.qualification(), "/v1/bulk-filings/" + id + "/sheet"));
        answer.expect(200);
        return answer.bytes();
    }

    /** Returns the first hundred carrier filings of a qualification. */
    public JsonNode carrierFilings(long id) {
        return api.get(qualifications("/" + id + "/carrier-filings?limit=100"))
                .expect(200)
                .path("items");
    }

    public JsonNode draft(JsonNode form) {
        return api.post(qualifications(""), form).expect(201);
    }

    public JsonNode evaluate(long id) {
        return api.post(qualifications("/" + id + "/evaluation"), null).expect(200);
    }

    /** Returns what was recognised in the pictures of a form, after at most three seconds. */
    public JsonNode recognisedValues(long id) {
        return api.get(qualifications("/" + id + "/recognised-values?wait=3")).expect(200);
    }

    /** Submits the working copy; safe to repeat with the same key. */
    public Api.Answer submit(long id, long version, UUID key) {
        return api.post(
                qualifications("/" + id + "/submission"),
                null,
                "If-Match",
                "\"" + version + "\"",
                "Idempotency-Key",
                key.toString());
    }

    public JsonNode edit(long id, long version, JsonNode form) {
        return api.put(qualifications("/" + id), form, "If-Match", "\"" + version + "\"")
                .expect(200);
    }

    public JsonNode withdraw(long id, long version) {
        return api.post(qualifications("/" + id + "/withdrawal"), null, "If-Match", "\"" + version + "\"")
                .expect(200);
    }

    public JsonNode qualification(long id) {
        return api.get(qualifications("/" + id)).expect(200);
    }

    public JsonNode timeline(long id) {
        return api.get(qualifications("/" + id + "/timeline")).expect(200);
    }

    /** Creates a webhook, in place of the earlier ones, and returns it. */
    public JsonNode onlyWebhook(JsonNode webhook) {
        for (JsonNode earlier : api.get(webhooks("")).expect(200).path("items")) {
            String version = "\"" + earlier.path("version").asLong() + "\"";
            api.delete(webhooks("/" + earlier.path("id").asLong()), "If-Match", version)
                    .expect(204);
        }
        return api.post(webhooks(""), webhook).expect(201);
    }

    public JsonNode verifyWebhook(long id) {
        return api.post(webhooks("/" + id + "/verify"), null).expect(200);
    }

    private URI webhooks(String path) {
        return at(addresses.notification(), "/v1/webhooks" + path);
    }

    public JsonNode draftLetter(JsonNode form) {
        return api.post(letters(""), form).expect(201);
    }

    /** Submits a letter for separate review; safe to repeat with the same key. */
    public Api.Answer submitLetter(long id, long version, UUID key) {
        return api.post(
                letters("/" + id + "/submission"),
                null,
                "If-Match",
                "\"" + version + "\"",
                "Idempotency-Key",
                key.toString());
    }

    public JsonNode letter(long id) {
        return api.get(letters("/" + id)).expect(200);
    }

    public Api.Answer deleteLetter(long id, long version) {
        return api.delete(letters("/" + id), "If-Match", "\"" + version + "\"");
    }

    public Api.Answer delete(long id, long version) {
        return api.delete(qualifications("/" + id), "If-Match", "\"" + version + "\"");
    }

    private URI letters(String path) {
        return at(addresses.qualification(), "/v1/authorization-letters" + path);
    }

    private URI qualifications(String path) {
        return at(addresses.qualification(), "/v1/qualifications" + path);
    }

    private static URI at(URI base, String path) {
        return URI.create(base + path);
    }
}
