package io.zizhi.e2e.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.CarrierFilingSystem;
import io.zizhi.e2e.Importer;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.Reviewer;
import io.zizhi.e2e.SignatureSystem;
import io.zizhi.e2e.Specimen;
import io.zizhi.e2e.Supervisor;
import io.zizhi.e2e.Waiting;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.openapi.Operation;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import io.zizhi.local.suite.Suite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Two accounts with qualifications, documents and verified phones, created through the public interfaces, and a
 * successful request for each operation. Resources that a request uses up are created again for the next one.
 */
public final class Scene {

    /** The owner of the resources in requests. */
    public static final String OWNER = "applicant-a";

    static final String STRANGER = "applicant-b";
    static final String CLAIMANT = "reviewer-a";

    /** A reviewer without reviews, whose skills can be changed freely. */
    private static final String SPARE_REVIEWER = "spare-reviewer";

    /** An account without filings, whose identity can be changed freely. */
    private static final String SPARE_ACCOUNT = "spare-account";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Suite suite;
    private final Addresses addresses;
    private final RandomGenerator random;
    private final Operator operator;
    private final Reviewer claimant;
    private final Supervisor supervisor;
    private final Party owner;
    private final Party stranger;
    private final Submission decided;
    private Submission claimed;
    private final Submission assigned;
    private final String picture;
    private final EchoingReceiver receiver = new EchoingReceiver();
    private final Map<String, Supplier<Request>> requests = new HashMap<>();

    /** A request without its method: path and query, headers, body. */
    private record Request(String target, Map<String, String> headers, Body body) {}

    private interface Body {
        byte[] bytes();
    }

    /** A qualification, with the version for its next change. */
    private record Draft(long id, long version, ObjectNode form) {}

    /** A letter. The work order is 0 before its submission. */
    private record Letter(long id, long version, long workOrder) {}

    /** A qualification in review. */
    private record Submission(long id, long version, long workOrder, String documentId) {}

    /** An account with a draft. Other drafts may use its documents and its verified phone. */
    private record Party(Applicant applicant, Draft draft) {

        ObjectNode form() {
            return draft.form();
        }
    }

    public Scene(Suite suite, Addresses addresses, RandomGenerator random) {
        this.suite = suite;
        this.addresses = addresses;
        this.random = random;
        this.operator = new Operator(addresses);
        this.claimant = new Reviewer(addresses, CLAIMANT);
        this.supervisor = new Supervisor(addresses);
        this.owner = party(OWNER, DemoAccounts.COMPANY_A);
        this.stranger = party(STRANGER, DemoAccounts.COMPANY_B);
        this.picture = owner.applicant()
                .upload("AUTHORIZATION_LETTER", Specimen.authorizationLetter(List.of("Access and bad input")));
        this.decided = claim();
        claimant.approve(decided.workOrder());
        this.claimed = claim();
        this.assigned = open();
        qualifications();
        documents();
        reviews();
        notifications();
        operations();
        auditLog();
    }

    /** Returns whether a valid request of that operation is known. */
    public boolean knows(Operation operation) {
        return requests.containsKey(operation.name());
    }

    /** Returns a valid request of that operation, without a token. */
    public Call valid(Operation operation) {
        Request request = Objects.requireNonNull(requests.get(operation.name()), operation::toString)
                .get();
        String server =
                operation.isInternal() ? suite.internalUrl(operation.service()) : suite.url(operation.service());
        Call call = Call.of(URI.create(server), operation.method(), request.target())
                .withBody(request.body().bytes());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        return call;
    }

    /** Returns the owner's data that only the owner and staff may see. */
    public List<String> secretsOfOwner() {
        return secrets(owner);
    }

    /** Returns data that only the other account may see. */
    public List<String> secretsOfStranger() {
        return secrets(stranger);
    }

    public List<String> idsOfStranger() {
        return List.of(
                stranger.form().at("/administrator/emblemDocumentId").asText(),
                stranger.form().at("/administrator/phoneVerificationId").asText(),
                Long.toString(stranger.draft().id()));
    }

    private static List<String> secrets(Party party) {
        List<String> secrets = new ArrayList<>();
        for (String pointer : List.of(
                "/name",
                "/administrator/idNumber",
                "/administrator/phone",
                "/administrator/phoneVerificationId",
                "/administrator/emblemDocumentId",
                "/administrator/portraitDocumentId",
                "/company/certificate/documentId")) {
            secrets.add(party.form().at(pointer).asText());
        }
        return secrets;
    }

    private void qualifications() {
        request("POST /v1/qualifications", () -> json("/v1/qualifications", named(owner.form())));
        request("POST /v1/qualifications/evaluation", () -> json("/v1/qualifications/evaluation", named(owner.form())));
        String id = "/v1/qualifications/" + owner.draft().id();
        request(
                "GET /v1/qualifications",
                () -> plain("/v1/qualifications?status=DRAFT&name=矩阵&sort=NAME&direction=ASCENDING&limit=5"));
        ObjectNode search = JSON.createObjectNode().put("accountId", DemoAccounts.COMPANY_A.id());
        request("POST /v1/qualifications/search", () -> json("/v1/qualifications/search?limit=5", search));
        request("GET /v1/qualifications/counts", () -> plain("/v1/qualifications/counts"));
        request("GET /v1/qualifications/export", () -> plain("/v1/qualifications/export?status=IN_REVIEW"));
        request("GET /v1/qualifications/{id}", () -> plain(id));
        request(
                "GET /v1/qualifications/{id}/timeline",
                () -> plain("/v1/qualifications/" + stillClaimed().id() + "/timeline"));
        request("POST /v1/qualifications/{id}/evaluation", () -> plain(id + "/evaluation"));
        request("GET /v1/qualifications/{id}/recognised-values", () -> plain(id + "/recognised-values?wait=1"));
        request("PUT /v1/qualifications/{id}", () -> {
            Draft draft = draft();
            return json("/v1/qualifications/" + draft.id(), draft.form(), "If-Match", tag(draft.version()));
        });
        request("DELETE /v1/qualifications/{id}", () -> {
            Draft draft = draft();
            return plain("/v1/qualifications/" + draft.id(), "If-Match", tag(draft.version()));
        });
        request("DELETE /v1/qualifications/{id}/amendment", () -> {
            Draft draft = draft();
            return plain("/v1/qualifications/" + draft.id() + "/amendment", "If-Match", tag(draft.version()));
        });
        request(
                "POST /v1/qualifications/{id}/copies",
                () -> json("/v1/qualifications/" + approved() + "/copies", copy()));
        String submitted = "/v1/qualifications/" + decided.id();
        request("GET /v1/qualifications/{id}/revisions", () -> plain(submitted + "/revisions?limit=5"));
        request("GET /v1/qualifications/{id}/revisions/{number}", () -> plain(submitted + "/revisions/1"));
        request("GET /v1/qualifications/{id}/difference", () -> plain(submitted + "/difference?from=1&to=1"));
        request("POST /v1/qualifications/{id}/submission", () -> {
            Draft draft = complete();
            return plain(
                    "/v1/qualifications/" + draft.id() + "/submission",
                    "If-Match",
                    tag(draft.version()),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        });
        request("POST /v1/qualifications/{id}/withdrawal", () -> {
            Submission submission = submit();
            // The desk's response raises the version.
            long version = Waiting.until(
                    "the due time of " + submission.id(),
                    () -> Optional.of(owner.applicant().qualification(submission.id()))
                            .filter(view -> view.has("dueAt"))
                            .map(view -> view.path("version").asLong()));
            return plain("/v1/qualifications/" + submission.id() + "/withdrawal", "If-Match", tag(version));
        });
        request("POST /v1/qualifications/{id}/urge", () -> plain("/v1/qualifications/" + open().id() + "/urge"));
        request("POST /v1/company-authentications", () -> plain("/v1/company-authentications"));
        String authentication = owner.applicant().startCompanyAuthentication();
        request("GET /v1/company-authentications/{id}", () -> plain("/v1/company-authentications/" + authentication));
        letters();
        signatures();
        carrierFilings();
        restrictions();
        bulkFilings();
        imports();
        request("GET /v1/rules", () -> plain("/v1/rules"));
        request("GET /v1/offer", () -> plain("/v1/offer"));
        request("GET /v1/account", () -> plain("/v1/account"));
        request("GET /v1/rules/notices/{version}", () -> plain("/v1/rules/notices/current"));
        request(
                "GET /internal/v1/submissions/{workOrder}",
                () -> plain("/internal/v1/submissions/" + decided.workOrder()));
        for (String other : List.of("/previous", "/difference", "/related")) {
            request(
                    "GET /internal/v1/submissions/{workOrder}" + other,
                    () -> plain("/internal/v1/submissions/" + decided.workOrder() + other));
        }
        ObjectNode wanted = JSON.createObjectNode().put("reviewerId", CLAIMANT);
        wanted.putArray("pointers").add("/administrator/idNumber");
        request(
                "POST /internal/v1/submissions/{workOrder}/values",
                () -> json("/internal/v1/submissions/" + stillClaimed().workOrder() + "/values", wanted));
        request(
                "GET /internal/v1/accounts/{accountId}/identity",
                () -> plain("/internal/v1/accounts/" + DemoAccounts.COMPANY_A.id() + "/identity"));
        request(
                "PUT /internal/v1/accounts/{accountId}/identity",
                () -> json("/internal/v1/accounts/" + SPARE_ACCOUNT + "/identity", identity(DemoAccounts.AGENCY)));
        identityChanges();
    }

    /**
     * Requests about identity changes. No change is open in this suite, because confirming one would take an account
     * from its owner.
     */
    private void identityChanges() {
        String root = "/v1/operations/identity-changes";
        ObjectNode wanted =
                JSON.createObjectNode().put("accountId", SPARE_ACCOUNT).put("reason", "access and bad input");
        wanted.set("identity", identity(DemoAccounts.AGENCY));
        request("GET " + root, () -> plain(root + "?limit=5"));
        request("POST " + root, () -> json(root, wanted));
        for (String act : List.of("/confirmation", "/cancellation")) {
            request("POST " + root + "/{id}" + act, () -> plain(root + "/999999999" + act));
        }
    }

    /** Requests about letters by which a company authorises the owner to file. The company itself does nothing. */
    private void letters() {
        String root = "/v1/authorization-letters";
        Letter drafted = letter();
        Letter approved = approvedLetter();
        request("POST " + root, () -> json(root, letterForm()));
        request("GET " + root, () -> plain(root + "?status=DRAFT&validity=INVALID&cursor=99999999&limit=5"));
        request("GET " + root + "/{id}", () -> plain(root + "/" + drafted.id()));
        request("GET " + root + "/{id}/timeline", () -> plain(root + "/" + drafted.id() + "/timeline"));
        request("GET " + root + "/{id}/pdf", () -> plain(root + "/" + drafted.id() + "/pdf"));
        request("POST " + root + "/{id}/evaluation", () -> plain(root + "/" + drafted.id() + "/evaluation"));
        ObjectNode renewal =
                JSON.createObjectNode().put("validFrom", "2029-01-01").put("validTo", "2030-12-31");
        request("POST " + root + "/{id}/renewal", () -> json(root + "/" + approved.id() + "/renewal", renewal));
        request("PUT " + root + "/{id}", () -> {
            Letter letter = letter();
            return json(root + "/" + letter.id(), letterForm(), "If-Match", tag(letter.version()));
        });
        request("DELETE " + root + "/{id}", () -> {
            Letter letter = letter();
            return plain(root + "/" + letter.id(), "If-Match", tag(letter.version()));
        });
        request("POST " + root + "/{id}/submission", () -> {
            Letter letter = letter();
            return plain(
                    root + "/" + letter.id() + "/submission",
                    "If-Match",
                    tag(letter.version()),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        });
        request("POST " + root + "/{id}/withdrawal", () -> {
            Letter letter = submitted(letter());
            return plain(root + "/" + letter.id() + "/withdrawal", "If-Match", tag(letter.version()));
        });
        request(
                "GET /internal/v1/submissions/{workOrder}/letter",
                () -> plain("/internal/v1/submissions/" + approved.workOrder() + "/letter"));
        request(
                "GET /internal/v1/submissions/{workOrder}/letter/difference",
                () -> plain("/internal/v1/submissions/" + approved.workOrder() + "/letter/difference"));
    }

    /** Signatures on a qualification of the owner, each with a unique name. */
    private void signatures() {
        String root = "/internal/v1/signatures";
        Waiting.until(
                "the approval of " + decided.id(),
                () -> Optional.of(owner.applicant().qualification(decided.id()))
                        .filter(view -> view.path("status").asText().equals("APPROVED")));
        request(
                "GET /v1/qualifications/{id}/signatures",
                () -> plain("/v1/qualifications/" + decided.id() + "/signatures?limit=5"));
        request("POST " + root + "/evaluation", () -> json(root + "/evaluation", signature()));
        request("POST " + root, () -> json(root, signature()));
        ObjectNode where = JSON.createObjectNode().put("qualificationId", decided.id());
        request("POST " + root + "/{id}/move", () -> json(root + "/" + bound() + "/move", where));
        request("DELETE " + root + "/{id}", () -> plain(root + "/" + bound()));
    }

    /** Requests about carrier filings. Each one that files uses up a filing, and claims take any. */
    private void carrierFilings() {
        String root = "/internal/v1/carrier-filings";
        request(
                "GET /v1/qualifications/{id}/carrier-filings",
                () -> plain("/v1/qualifications/" + decided.id() + "/carrier-filings?limit=5"));
        long rejected = new CarrierFilingSystem(addresses)
                .file(bound(), "CHINA_TELECOM", sent -> CarrierFilingSystem.SYSTEM_ERROR)
                .path("id")
                .asLong();
        request(
                "POST /v1/qualifications/{id}/carrier-filings/{filingId}/refiling",
                () -> plain("/v1/qualifications/" + decided.id() + "/carrier-filings/" + rejected + "/refiling"));
        request("GET /v1/operations/carrier-filings", () -> plain("/v1/operations/carrier-filings"));
        request("GET " + root, () -> plain(root + "?carrier=CHINA_MOBILE&limit=5"));
        request(
                "POST " + root + "/claims",
                () -> json(root + "/claims", JSON.createObjectNode().put("carrier", "CHINA_UNICOM")));
        request("POST " + root + "/{id}/data", () -> {
            ClaimedFiling claimed = claimedFiling();
            return json(
                    root + "/" + claimed.id() + "/data", JSON.createObjectNode().put("claimId", claimed.claimId()));
        });
        request("POST " + root + "/{id}/documents/{documentId}", () -> {
            ClaimedFiling claimed = claimedFiling();
            return json(
                    root + "/" + claimed.id() + "/documents/" + documentOf(claimed),
                    JSON.createObjectNode().put("claimId", claimed.claimId()));
        });
        request("POST /internal/v1/documents/{id}/carrier-copies", () -> {
            ClaimedFiling claimed = claimedFiling();
            return json(
                    "/internal/v1/documents/" + documentOf(claimed) + "/carrier-copies",
                    JSON.createObjectNode()
                            .put("filingId", claimed.id())
                            .put("claimId", claimed.claimId())
                            .put("page", 1));
        });
        request("POST " + root + "/{id}/reports", () -> {
            ClaimedFiling claimed = claimedFiling();
            return json(
                    root + "/" + claimed.id() + "/reports",
                    JSON.createObjectNode().put("result", "FILED").put("claimId", claimed.claimId()));
        });
    }

    /** A carrier filing that the filing system has claimed. */
    private record ClaimedFiling(long id, String claimId) {}

    private ClaimedFiling claimedFiling() {
        bound();
        JsonNode claimed = new CarrierFilingSystem(addresses).claim("CHINA_MOBILE");
        return new ClaimedFiling(
                claimed.at("/items/0/id").asLong(), claimed.path("claimId").asText());
    }

    private String documentOf(ClaimedFiling claimed) {
        return CarrierFilingSystem.documentsOf(new CarrierFilingSystem(addresses).data(claimed.id(), claimed.claimId()))
                .getFirst();
    }

    /**
     * Requests about restrictions. Nothing is restricted in this suite, because that would change the responses to
     * signature systems.
     */
    private void restrictions() {
        String of = "/v1/qualifications/" + decided.id();
        ObjectNode asked = JSON.createObjectNode()
                .put("act", "REINSTATE")
                .put("reason", "RESOLVED")
                .put("note", "access and bad input");
        request("GET /v1/qualifications/{id}/restriction", () -> plain(of + "/restriction"));
        request("POST /v1/qualifications/{id}/restriction-requests", () -> {
            long version = owner.applicant()
                    .qualification(decided.id())
                    .path("version")
                    .asLong();
            return json(of + "/restriction-requests", asked, "If-Match", tag(version));
        });
        String root = "/v1/restriction-requests";
        request("GET " + root, () -> plain(root + "?limit=5"));
        request("GET " + root + "/{id}", () -> plain(root + "/999999999"));
        for (String act : List.of("/confirmation", "/cancellation")) {
            request("POST " + root + "/{id}" + act, () -> plain(root + "/999999999" + act));
        }
        request("GET /v1/restriction-reasons", () -> plain("/v1/restriction-reasons"));
    }

    private ObjectNode signature() {
        return JSON.createObjectNode()
                .put("accountId", DemoAccounts.COMPANY_A.id())
                .put("name", "签" + random.nextLong(10_000_000_000L))
                .put("qualificationId", decided.id());
    }

    private long bound() {
        return new SignatureSystem(suite)
                .bind(signature())
                .expect(200)
                .path("id")
                .asLong();
    }

    private ObjectNode letterForm() {
        ObjectNode form = JSON.createObjectNode()
                .put("name", name())
                .put("authoriser", DemoAccounts.COMPANY_B.companyName())
                .put("creditCode", DemoAccounts.COMPANY_B.creditCode())
                .put("authorisedParty", DemoAccounts.COMPANY_A.companyName())
                .put("validFrom", "2026-01-01")
                .put("validTo", "2028-12-31")
                .put("documentId", picture);
        form.putArray("signatureNames").add("远山示例");
        return form;
    }

    private Letter letter() {
        return letter(owner.applicant().draftLetter(letterForm()));
    }

    private Letter submitted(Letter letter) {
        return letter(owner.applicant()
                .submitLetter(letter.id(), letter.version(), UUID.randomUUID())
                .expect(200));
    }

    private Letter approvedLetter() {
        Letter letter = submitted(letter());
        supervisor.awaitReview(letter.workOrder());
        claimant.claim(letter.workOrder());
        claimant.approve(letter.workOrder());
        return Waiting.until(
                "the approval of the letter " + letter.id(),
                () -> Optional.of(owner.applicant().letter(letter.id()))
                        .filter(view -> view.path("status").asText().equals("APPROVED"))
                        .map(Scene::letter));
    }

    private static Letter letter(JsonNode view) {
        return new Letter(
                view.path("id").asLong(),
                view.path("version").asLong(),
                view.path("workOrder").asLong());
    }

    private void bulkFilings() {
        String root = "/v1/bulk-filings";
        request("GET " + root + "/template", () -> plain(root + "/template?format=xlsx&language=en"));
        request(
                "POST " + root,
                () -> new Request(
                        root + "?noticeVersion=2026-11", Map.of("Content-Type", "text/csv"), () -> sheetWithoutForm()));
        String id = root + "/" + owner.applicant().uploadSheet(sheetWithoutForm());
        request("GET " + root + "/{id}", () -> plain(id));
        request("GET " + root, () -> plain(root + "?limit=5"));
        request("GET " + root + "/{id}/sheet", () -> plain(id + "/sheet?language=en"));
        request("GET " + root + "/{id}/rows", () -> plain(id + "/rows?state=INVALID&limit=5"));
        request(
                "PUT " + root + "/{id}/rows/{number}/phone-verification",
                () -> json(
                        id + "/rows/2/phone-verification",
                        JSON.createObjectNode().put("phoneVerificationId", "0123456789abcdef0123456789abcdef")));
        request("POST " + root + "/{id}/cancellation", () -> plain(id + "/cancellation"));
    }

    /** Requests about imports. Another operator uploaded the import, but none of its rows can be imported. */
    private void imports() {
        String root = "/v1/imports";
        request(
                "POST " + root,
                () -> new Request(
                        root,
                        Map.of(
                                "Content-Type",
                                "text/csv",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                        () -> importWithoutForm()));
        request("GET " + root, () -> plain(root + "?limit=5"));
        request("GET " + root + "/template", () -> plain(root + "/template?format=xlsx&language=en"));
        String id = root + "/" + new Importer(addresses, "operator-b").upload(importWithoutForm());
        request("GET " + root + "/{id}", () -> plain(id));
        request("GET " + root + "/{id}/rows", () -> plain(id + "/rows?state=INVALID&limit=5"));
        for (String act : List.of("/confirmation", "/cancellation")) {
            request("POST " + root + "/{id}" + act, () -> plain(id + act));
        }
    }

    private static byte[] importWithoutForm() {
        return "accountId,sourceSystem,sourceReference,approvedOn,name,purpose\ncompany-a,legacy,1,2025-06-01,矩阵,乱写\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a sheet whose only row is invalid, so it creates no draft. */
    private static byte[] sheetWithoutForm() {
        return "name,purpose\n矩阵,乱写\n".getBytes(StandardCharsets.UTF_8);
    }

    private void documents() {
        byte[] png = Specimen.moreMaterial("Access and bad input");
        request(
                "POST /v1/documents",
                () -> new Request("/v1/documents?kind=MORE_MATERIAL", Map.of("Content-Type", "image/png"), () -> png));
        String shown = owner.applicant().upload("MORE_MATERIAL", png);
        request("GET /v1/documents", () -> plain("/v1/documents?kind=MORE_MATERIAL&used=false&limit=5"));
        request("GET /v1/documents/offer", () -> plain("/v1/documents/offer"));
        request("GET /v1/documents/{id}", () -> plain("/v1/documents/" + shown));
        request(
                "DELETE /v1/documents/{id}",
                () -> plain("/v1/documents/" + owner.applicant().upload("MORE_MATERIAL", png)));
        request(
                "GET /v1/documents/{id}/content",
                () -> plain("/v1/documents/" + stillClaimed().documentId() + "/content?reason=REVIEW"));
        request(
                "GET /v1/documents/{id}/pages/{number}",
                () -> plain("/v1/documents/" + stillClaimed().documentId() + "/pages/1?width=200&reason=REVIEW"));
        request("GET /v1/documents/{id}/views", () -> plain("/v1/documents/" + shown + "/views?limit=5"));
        request("GET /v1/document-views", () -> plain("/v1/document-views?documentId=" + shown + "&limit=5"));
        request("GET /v1/document-views/{mark}", () -> plain("/v1/document-views/000000000000"));
        request("GET /v1/documents/{id}/recognition", () -> plain("/v1/documents/" + shown + "/recognition?wait=1"));
        request(
                "GET /internal/v1/documents/{id}/recognition",
                () -> plain(
                        "/internal/v1/documents/" + shown + "/recognition?accountId=" + DemoAccounts.COMPANY_A.id()));
        ObjectNode question = JSON.createObjectNode().put("accountId", DemoAccounts.COMPANY_A.id());
        question.putArray("documents")
                .addObject()
                .put("documentId", shown)
                .putArray("kinds")
                .add("MORE_MATERIAL");
        request(
                "POST /internal/v1/documents/check",
                () -> json("/internal/v1/documents/check?recognition=true", question));
        ObjectNode identical = JSON.createObjectNode();
        identical.putArray("documentIds").add(shown);
        request("POST /internal/v1/documents/identical", () -> json("/internal/v1/documents/identical", identical));
        ObjectNode names = JSON.createObjectNode().put("accountId", DemoAccounts.COMPANY_A.id());
        names.putArray("fileNames").add("licence.jpg");
        request("POST /internal/v1/documents/named", () -> json("/internal/v1/documents/named", names));
        ObjectNode pins = question.deepCopy().put("qualificationId", 9_999_999L).put("revision", 1);
        request("POST /internal/v1/documents/pins", () -> json("/internal/v1/documents/pins", pins));
        exports();
        retention();
    }

    /** Requests about copies of everything that is stored of an account. */
    private void exports() {
        request("GET /v1/documents/export", () -> plain("/v1/documents/export"));
        ObjectNode export = JSON.createObjectNode()
                .put("accountId", DemoAccounts.COMPANY_A.id())
                .put("reason", "access and bad input");
        request("POST /v1/operations/account-exports", () -> json("/v1/operations/account-exports", export));
        ObjectNode copy = JSON.createObjectNode().put("recipient", "operator");
        request(
                "POST /internal/v1/accounts/{accountId}/copy",
                () -> json("/internal/v1/accounts/" + DemoAccounts.COMPANY_A.id() + "/copy", copy));
    }

    /** Requests about retention. Each hold is on another account without documents. */
    private void retention() {
        String holds = "/v1/operations/legal-holds";
        ObjectNode reason = JSON.createObjectNode().put("reason", "access and bad input");
        request("GET " + holds, () -> plain(holds + "?state=ACTIVE&limit=5"));
        request("POST " + holds, () -> json(holds, reason.deepCopy().put("accountId", "held-" + UUID.randomUUID())));
        request("POST " + holds + "/{id}/lift", () -> json(holds + "/999999999/lift", reason));
        String removed = "/v1/operations/removed-documents";
        request("GET " + removed, () -> plain(removed + "?rule=OWNER&limit=5"));
        String unreadable = "/v1/operations/unreadable-documents";
        request("GET " + unreadable, () -> plain(unreadable + "?finding=LOST&limit=5"));
    }

    private void figures() {
        String period = "?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z";
        request("GET /v1/reviews/figures/open-work", () -> plain("/v1/reviews/figures/open-work"));
        request("GET /v1/reviews/figures/durations", () -> plain("/v1/reviews/figures/durations" + period));
        request(
                "GET /v1/reviews/figures/reviewers",
                () -> plain("/v1/reviews/figures/reviewers" + period + "&limit=5"));
        request("GET /v1/reviews/figures/reasons", () -> plain("/v1/reviews/figures/reasons" + period));
    }

    private void reviews() {
        request(
                "GET /v1/reviews",
                () -> plain(
                        "/v1/reviews?status=CLAIMED&mine=true&policy=STANDARD&purpose=SELF&resubmitted=false&limit=5"));
        request("GET /v1/reviews/counts", () -> plain("/v1/reviews/counts?ownerType=COMPANY&breached=false"));
        figures();
        request("POST /v1/reviews/next", () -> {
            open();
            return plain("/v1/reviews/next?subject=QUALIFICATION&purpose=SELF");
        });
        request(
                "POST /v1/reviews/{workOrder}/reassignment",
                () -> json(
                        "/v1/reviews/" + assignable() + "/reassignment",
                        JSON.createObjectNode().put("reviewerId", CLAIMANT).put("reason", "access and bad input")));
        request(
                "POST /v1/reviews/{workOrder}/extension",
                () -> json("/v1/reviews/" + assigned.workOrder() + "/extension", extension()));
        ObjectNode search = JSON.createObjectNode().put("accountId", DemoAccounts.COMPANY_A.id());
        search.putArray("statuses").add("DECIDED");
        request("POST /v1/reviews/search", () -> json("/v1/reviews/search?limit=5", search));
        request("GET /v1/reviewers", () -> plain("/v1/reviewers?limit=5"));
        request("GET /v1/reviewers/{reviewerId}/skills", () -> plain("/v1/reviewers/" + SPARE_REVIEWER + "/skills"));
        request(
                "PUT /v1/reviewers/{reviewerId}/skills",
                () -> json("/v1/reviewers/" + SPARE_REVIEWER + "/skills", skills(), "If-Match", tag(skillsVersion())));
        request("GET /v1/viewing", () -> plain("/v1/viewing?limit=5"));
        request("POST /v1/viewing/{reviewerId}/lift", () -> {
            claimant.unmask(stillClaimed().workOrder(), "/administrator/phone");
            return json(
                    "/v1/viewing/" + CLAIMANT + "/lift", JSON.createObjectNode().put("reason", "access and bad input"));
        });
        request("GET /v1/reasons", () -> plain("/v1/reasons"));
        request("GET /v1/reasons/labels", () -> plain("/v1/reasons/labels"));
        ObjectNode text = JSON.createObjectNode().put("zh", "请补齐公章").put("en", "Add the seal");
        String texts = "/v1/reasons/{code}/texts/{name}";
        request("PUT " + texts, () -> json(newText(), text, "If-Match", tag(0)));
        request("DELETE " + texts, () -> plain(supervisor.write(newText(), text), "If-Match", tag(1)));
        request("GET /v1/clock/due", () -> plain("/v1/clock/due?policy=STANDARD&from=2026-11-25T10:00:00Z"));
        for (String act : List.of("", "/claim", "/heartbeat", "/release")) {
            String method = act.isEmpty() ? "GET" : "POST";
            request(
                    method + " /v1/reviews/{workOrder}" + act,
                    () -> plain("/v1/reviews/" + stillClaimed().workOrder() + act));
        }
        clock();
        request("GET /v1/reviews/{workOrder}/clock", () -> plain("/v1/reviews/" + decided.workOrder() + "/clock"));
        request(
                "GET /v1/reviews/{workOrder}/evidence",
                () -> plain("/v1/reviews/" + stillClaimed().workOrder() + "/evidence"));
        ObjectNode unmasking = JSON.createObjectNode().put("reason", "access and bad input");
        unmasking.putArray("pointers").add("/administrator/idNumber");
        request(
                "POST /v1/reviews/{workOrder}/unmasking",
                () -> json("/v1/reviews/" + stillClaimed().workOrder() + "/unmasking", unmasking));
        request(
                "GET /v1/reviews/{workOrder}/audit-trail",
                () -> plain("/v1/reviews/" + decided.workOrder() + "/audit-trail?limit=5"));
        request(
                "GET /v1/reviews/{workOrder}/decision",
                () -> plain("/v1/reviews/" + decided.workOrder() + "/decision"));
        fourEyes("/v1/reviews/" + decided.workOrder());
        ObjectNode decision = JSON.createObjectNode().put("outcome", "SUPPLEMENT_REQUESTED");
        decision.putArray("items")
                .addObject()
                .put("code", "MATERIAL_INSUFFICIENT")
                .put("pointer", "/moreMaterial")
                .put("documentKind", "MORE_MATERIAL")
                .put("note", "请补充");
        request(
                "POST /v1/reviews/{workOrder}/decision",
                () -> json("/v1/reviews/" + stillClaimed().workOrder() + "/decision", decision));
        request(
                "GET /internal/v1/claims",
                () -> plain("/internal/v1/claims?reviewerId=" + CLAIMANT + "&documentId="
                        + stillClaimed().documentId()));
        request(
                "GET /internal/v1/reviews/{workOrder}/claim",
                () -> plain("/internal/v1/reviews/" + stillClaimed().workOrder() + "/claim?reviewerId=" + CLAIMANT));
        request(
                "GET /internal/v1/reviews/{workOrder}/notes",
                () -> plain("/internal/v1/reviews/" + decided.workOrder() + "/notes"));
    }

    /**
     * Requests about the four-eyes check. The clock policy of this desk needs no second reviewer and has no undo
     * window, so there are no proposals.
     */
    private void fourEyes(String review) {
        String root = "/v1/reviews/{workOrder}";
        request("GET " + root + "/proposals", () -> plain(review + "/proposals"));
        request("POST " + root + "/confirmation", () -> plain(review + "/confirmation"));
        ObjectNode note = JSON.createObjectNode().put("note", "请再看");
        request("POST " + root + "/return", () -> json(review + "/return", note));
        request("POST " + root + "/undo", () -> plain(review + "/undo"));
        request("GET " + root + "/undone-decisions", () -> plain(review + "/undone-decisions"));
    }

    private String newText() {
        return "/v1/reasons/SEAL_MISSING/texts/t" + random.nextLong(1_000_000_000_000L);
    }

    /** Requests about the clock. They send the current settings, so that due times do not change. */
    private void clock() {
        String policy = "/v1/clock/policies/GOVERNMENT";
        request("GET /v1/clock/policies", () -> plain("/v1/clock/policies"));
        request("GET /v1/clock/policies/{name}", () -> plain(policy));
        request("GET /v1/clock/policies/{name}/versions", () -> plain(policy + "/versions"));
        ObjectNode government = JSON.createObjectNode()
                .put("openDays", "STATUTORY_WORKDAYS")
                .put("opens", "09:00")
                .put("closes", "21:00")
                .put("warnPercent", 75)
                .put("escalatePercent", 150);
        government.putObject("target").put("amount", 2).put("unit", "OPEN_DAYS");
        request(
                "PUT /v1/clock/policies/{name}",
                () -> json(policy, government, "If-Match", tag(operator.versionOfPolicy("GOVERNMENT"))));
        String allocation = "/v1/clock/allocation";
        ObjectNode rules =
                JSON.createObjectNode().set("rules", operator.allocation().path("rules"));
        request("GET " + allocation, () -> plain(allocation));
        request("GET " + allocation + "/versions", () -> plain(allocation + "/versions"));
        request(
                "PUT " + allocation,
                () -> json(
                        allocation,
                        rules,
                        "If-Match",
                        tag(operator.allocation().path("version").asLong())));
        request("POST " + allocation + "/preview", () -> json(allocation + "/preview", rules));
        request("GET /v1/clock/recomputations/{id}", () -> plain("/v1/clock/recomputations/1"));
        String year = "/v1/calendars/2025";
        JsonNode calendar = operator.calendar(2025);
        request("GET /v1/calendars", () -> plain("/v1/calendars"));
        request("GET /v1/calendars/{year}", () -> plain(year));
        request("GET /v1/calendars/{year}/versions", () -> plain(year + "/versions"));
        request("PUT /v1/calendars/{year}", () -> json(year, calendar, "If-Match", tag(operator.versionOfYear(2025))));
        request("POST /v1/calendars/{year}/preview", () -> json(year + "/preview", calendar));
    }

    private void notifications() {
        request(
                "POST /v1/phone-verifications",
                () -> json(
                        "/v1/phone-verifications",
                        JSON.createObjectNode()
                                .put("phone", InventedPerson.drawn(random).phone())));
        request("POST /v1/phone-verifications/{id}/attempts", () -> {
            String phone = InventedPerson.drawn(random).phone();
            String id = owner.applicant().requestPhoneCode(phone);
            return json(
                    "/v1/phone-verifications/" + id + "/attempts",
                    JSON.createObjectNode().put("code", code(phone)));
        });
        request("GET /v1/phone-verifications/offer", () -> plain("/v1/phone-verifications/offer"));
        JsonNode administrator = owner.form().path("administrator");
        request(
                "GET /v1/phone-verifications/{id}",
                () -> plain("/v1/phone-verifications/"
                        + administrator.path("phoneVerificationId").asText()));
        String verified = "/internal/v1/phone-verifications/"
                + administrator.path("phoneVerificationId").asText();
        ObjectNode question = JSON.createObjectNode()
                .put("accountId", DemoAccounts.COMPANY_A.id())
                .put("phone", administrator.path("phone").asText());
        request("POST /internal/v1/phone-verifications/{id}/check", () -> json(verified + "/check", question));
        ObjectNode reservation =
                question.deepCopy().put("qualificationId", 9_999_999L).put("revision", 1);
        request(
                "POST /internal/v1/phone-verifications/{id}/reservations",
                () -> json(verified + "/reservations", reservation));
        ObjectNode search = JSON.createObjectNode().put("accountId", DemoAccounts.COMPANY_A.id());
        search.putArray("phones").add(administrator.path("phone").asText());
        request(
                "POST /internal/v1/phone-verifications/search",
                () -> json("/internal/v1/phone-verifications/search", search));
        request(
                "GET /v1/inbox",
                () -> plain("/v1/inbox?phone=" + administrator.path("phone").asText()));
        smsSenders();
        ObjectNode language = JSON.createObjectNode().put("language", "ZH_CN");
        request("GET /v1/notification-settings", () -> plain("/v1/notification-settings"));
        request("PUT /v1/notification-settings", () -> json("/v1/notification-settings", language));
        smsTemplates();
        staffNotices();
        webhooks();
    }

    /** Requests about webhooks of an account, whose receiver echoes challenges. */
    private void webhooks() {
        String root = "/v1/webhooks";
        request("POST " + root, () -> {
            owner.applicant().onlyWebhook(webhook());
            return json(root, webhook());
        });
        request("GET " + root, () -> plain(root + "?limit=5"));
        request("GET " + root + "/{id}", () -> plain(root + "/" + newWebhook()));
        request("PUT " + root + "/{id}", () -> json(root + "/" + newWebhook(), webhook(), "If-Match", tag(1)));
        request("DELETE " + root + "/{id}", () -> plain(root + "/" + newWebhook(), "If-Match", tag(1)));
        request("POST " + root + "/{id}/verify", () -> plain(root + "/" + newWebhook() + "/verify"));
        request(
                "POST " + root + "/{id}/rotate-secret",
                () -> plain(root + "/" + newWebhook() + "/rotate-secret", "If-Match", tag(1)));
        request("POST " + root + "/{id}/test", () -> plain(root + "/" + verifiedWebhook() + "/test"));
        request(
                "GET " + root + "/{id}/deliveries",
                () -> plain(root + "/" + newWebhook() + "/deliveries?status=FAILED&limit=5"));
        request(
                "GET " + root + "/{id}/deliveries/{deliveryId}",
                () -> plain(root + "/" + newWebhook() + "/deliveries/msg_1"));
        ObjectNode replay =
                JSON.createObjectNode().put("from", "2026-11-24T02:00:00Z").put("to", "2026-11-24T03:00:00Z");
        request(
                "POST " + root + "/{id}/replays",
                () -> json(
                        root + "/" + verifiedWebhook() + "/replays",
                        replay,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        request("GET /v1/notices", () -> plain("/v1/notices?limit=5"));
    }

    private long newWebhook() {
        return owner.applicant().onlyWebhook(webhook()).path("id").asLong();
    }

    private long verifiedWebhook() {
        long id = newWebhook();
        owner.applicant().verifyWebhook(id);
        return id;
    }

    private ObjectNode webhook() {
        ObjectNode webhook =
                JSON.createObjectNode().put("url", receiver.url()).put("description", "access and bad input");
        webhook.putArray("eventTypes").add("signature.released");
        return webhook;
    }

    /** Requests about the senders of SMS. The stopped sender is not configured, so that messages go on. */
    private void smsSenders() {
        String root = "/v1/operations/sms-senders";
        ObjectNode reason = JSON.createObjectNode().put("reason", "access and bad input");
        request("GET " + root, () -> plain(root));
        request("POST " + root + "/{name}/stop", () -> json(root + "/none/stop", reason));
        request("POST " + root + "/{name}/start", () -> json(root + "/none/start", reason));
    }

    /** Requests about the texts of messages. The published version stays the first one. */
    private void smsTemplates() {
        String name = "LETTER_EXPIRED";
        String root = "/v1/sms-templates";
        String template = root + "/" + name;
        ObjectNode texts = JSON.createObjectNode()
                .put("zh", "您的授权委托书“{name}”已于 {endsOn} 到期。")
                .put("en", "Your authorization letter \"{name}\" expired after {endsOn}.");
        request("GET " + root, () -> plain(root));
        request("GET " + root + "/{name}", () -> plain(template));
        request("GET " + root + "/{name}/versions", () -> plain(template + "/versions?limit=5"));
        request("POST " + root + "/{name}/previews", () -> json(template + "/previews", texts));
        request(
                "POST " + root + "/{name}/versions",
                () -> json(template + "/versions", texts, "If-Match", tag(operator.versionOfTemplate(name))));
        request("POST " + root + "/{name}/versions/{number}/publications", () -> {
            operator.cancelSmsPublications();
            return plain(template + "/versions/1/publications");
        });
        String publications = "/v1/sms-publications";
        request("GET " + publications, () -> plain(publications + "?limit=5"));
        for (String act : List.of("/confirmation", "/cancellation")) {
            request("POST " + publications + "/{id}" + act, () -> plain(publications + "/999999999" + act));
        }
        request(
                "POST " + root + "/{name}/test-sends",
                () -> json(
                        template + "/test-sends",
                        JSON.createObjectNode()
                                .put("phone", InventedPerson.drawn(random).phone())
                                .put("language", "EN")));
    }

    /** Requests about staff notices: subscriptions for a policy without reviews, so that nobody is notified. */
    private void staffNotices() {
        String root = "/v1/staff-subscriptions";
        long shown = operator.subscribe(staffSubscription());
        request("POST " + root, () -> json(root, staffSubscription()));
        request("GET " + root, () -> plain(root + "?limit=5"));
        request("GET " + root + "/{id}", () -> plain(root + "/" + shown));
        request(
                "PUT " + root + "/{id}",
                () -> json(
                        root + "/" + operator.subscribe(staffSubscription()), staffSubscription(), "If-Match", tag(1)));
        request(
                "DELETE " + root + "/{id}",
                () -> plain(root + "/" + operator.subscribe(staffSubscription()), "If-Match", tag(1)));
        request("GET /v1/staff-notices", () -> plain("/v1/staff-notices?limit=5"));
    }

    private ObjectNode staffSubscription() {
        ObjectNode subscription = JSON.createObjectNode()
                .put("name", name())
                .put("channel", "SMS")
                .put("phone", InventedPerson.drawn(random).phone())
                .put("language", "EN")
                .put("windowMinutes", 10);
        subscription.putArray("kinds").add("BREACHED").add("ESCALATED");
        subscription.putArray("policies").add("NONE");
        subscription.putArray("subjects").add("QUALIFICATION");
        return subscription;
    }

    /** Requests of auditors, about a person who did nothing. */
    private void auditLog() {
        String entries = "/v1/audit-entries";
        String criteria = "?actor=nobody&objectType=review&objectId=1&from=2026-11-24T02:00:00Z";
        request("GET " + entries, () -> plain(entries + criteria + "&limit=5"));
        request("GET " + entries + "/export", () -> plain(entries + "/export" + criteria + "&format=json-lines"));
    }

    /** Requests of operators. Nothing is broken here, so the resources in these requests do not exist. */
    private void operations() {
        String root = "/v1/operations";
        ObjectNode reason = JSON.createObjectNode().put("reason", "access and bad input");
        request("GET " + root, () -> plain(root));
        request("POST /v1/audit-verifications", () -> json("/v1/audit-verifications", JSON.createObjectNode()));
        String acceptances = "/v1/audit-verifications/acceptances";
        request("GET " + acceptances, () -> plain(acceptances + "?limit=5"));
        ObjectNode acceptance = reason.deepCopy();
        acceptance.putArray("evidence").add("0".repeat(64));
        request("POST " + acceptances, () -> json(acceptances, acceptance));
        for (String absent : List.of("/{id}/confirmation", "/{id}/cancellation")) {
            request("POST " + acceptances + absent, () -> plain(acceptances + absent.replace("{id}", "999999999")));
        }
        for (String list : List.of(
                "dead-letters",
                "timers",
                "discards",
                "parked-aggregates",
                "held-events",
                "outbox-events",
                "erasures")) {
            request("GET " + root + "/" + list, () -> plain(root + "/" + list + "?limit=5"));
        }
        request("GET " + root + "/timers/sweep", () -> plain(root + "/timers/sweep"));
        request("POST " + root + "/timers/sweep/release", () -> json(root + "/timers/sweep/release", reason));
        for (String absent :
                List.of("/dead-letters/{id}/retry", "/discards/{id}/confirmation", "/discards/{id}/cancellation")) {
            request("POST " + root + absent, () -> plain(root + absent.replace("{id}", "999999999")));
        }
        request("GET " + root + "/dead-letters/{id}", () -> plain(root + "/dead-letters/999999999"));
        request("GET " + root + "/erasures/{accountId}", () -> plain(root + "/erasures/never-erased"));
        request("GET " + root + "/outbox-events/{sequence}", () -> plain(root + "/outbox-events/999999999"));
        String parked = root + "/parked-aggregates";
        request("GET " + parked + "/{topic}/{aggregateId}", () -> plain(parked + "/zizhi.qualification.v1/999999999"));
        request(
                "POST " + parked + "/{topic}/{aggregateId}/retry",
                () -> plain(parked + "/zizhi.qualification.v1/999999999/retry"));
        request(
                "POST " + parked + "/retries",
                () -> json(parked + "/retries", reason.deepCopy().put("cause", "none such")));
        request(
                "POST " + root + "/outbox-events/resends",
                () -> json(
                        root + "/outbox-events/resends",
                        reason.deepCopy().put("fromSequence", 999_999_990L).put("toSequence", 999_999_999L)));
        request("POST " + root + "/outbox-events/retries", () -> json(root + "/outbox-events/retries", reason));
        String reconciliations = root + "/reconciliations";
        request("POST " + reconciliations, () -> json(reconciliations, reason));
        request("GET " + reconciliations + "/latest", () -> plain(reconciliations + "/latest"));
        request(
                "GET " + reconciliations + "/{id}/differences",
                () -> plain(reconciliations + "/999999999/differences?limit=5"));
        String keys = root + "/keys";
        request("GET " + keys, () -> plain(keys));
        // an account without keys, so that the job changes nothing
        request(
                "POST " + keys + "/jobs",
                () -> json(
                        keys + "/jobs",
                        reason.deepCopy().put("kind", "ACCOUNT_KEY").put("accountId", "none-such")));
        request(
                "POST " + keys + "/master-versions/{version}/destruction",
                () -> json(keys + "/master-versions/1/destruction", reason));
        request(
                "POST " + keys + "/damaged/{accountId}",
                () -> json(keys + "/damaged/none-such", reason.deepCopy().put("decision", "RESTORED")));
        publishedEvents();
        ObjectNode attempts = JSON.createObjectNode();
        attempts.putArray("attempts").addObject().put("subjectId", 9_999_999L).put("revision", 1);
        request(
                "POST /internal/v1/submission-attempts/outcomes",
                () -> json("/internal/v1/submission-attempts/outcomes", attempts));
        request(
                "POST " + root + "/discards",
                () -> json(
                        root + "/discards",
                        reason.deepCopy().put("kind", "DEAD_LETTER").put("deadLetterId", 999_999_999L)));
    }

    /** Requests about published events. No events of this aggregate were published, so none is sent again. */
    private void publishedEvents() {
        String root = "/internal/v1/published-events";
        String topic = "zizhi.qualification.v1";
        request("GET " + root + "/aggregates", () -> plain(root + "/aggregates?after=1&topic=" + topic));
        ObjectNode versions = JSON.createObjectNode().put("topic", topic);
        versions.putArray("aggregateIds").add("999999999");
        request("POST " + root + "/versions", () -> json(root + "/versions", versions));
        ObjectNode missing = JSON.createObjectNode().put("topic", topic);
        missing.putArray("aggregates")
                .addObject()
                .put("aggregateId", "999999999")
                .put("version", 0);
        request("POST " + root + "/resends", () -> json(root + "/resends", missing));
    }

    private Party party(String user, DemoAccount account) {
        Applicant applicant = new Applicant(addresses, user, account);
        return new Party(applicant, drafted(applicant, filled(applicant)));
    }

    private ObjectNode filled(Applicant applicant) {
        InventedPerson person = InventedPerson.drawn(random);
        String verification = applicant.requestPhoneCode(person.phone());
        applicant.enterPhoneCode(verification, code(person.phone()));
        return applicant.fillIn(name(), "COMPANY", person, verification);
    }

    private String code(String phone) {
        return Waiting.until("the code", () -> operator.code(phone));
    }

    private String name() {
        return "访问矩阵" + random.nextLong(1_000_000_000_000L);
    }

    private ObjectNode named(ObjectNode form) {
        return form.deepCopy().put("name", name());
    }

    /** Returns the decided review, once the decision has arrived. */
    private long approved() {
        return Waiting.until(
                "the approval of " + decided.id(),
                () -> Optional.of(owner.applicant().qualification(decided.id()))
                        .filter(view -> view.path("status").asText().equals("APPROVED"))
                        .map(view -> decided.id()));
    }

    private ObjectNode copy() {
        return JSON.createObjectNode().put("name", name());
    }

    private Draft draft() {
        return drafted(owner.applicant(), named(owner.form()));
    }

    /** Returns a draft with its own person and phone, so that it can be submitted. */
    private Draft complete() {
        return drafted(owner.applicant(), filled(owner.applicant()));
    }

    private static Draft drafted(Applicant applicant, ObjectNode form) {
        JsonNode view = applicant.draft(form);
        return new Draft(view.path("id").asLong(), view.path("version").asLong(), form);
    }

    private Submission submit() {
        Draft draft = complete();
        JsonNode view = owner.applicant()
                .submit(draft.id(), draft.version(), UUID.randomUUID())
                .expect(200);
        return new Submission(
                draft.id(),
                view.path("version").asLong(),
                view.path("workOrder").asLong(),
                draft.form().at("/administrator/emblemDocumentId").asText());
    }

    /** Returns the review to assign, which no reviewer holds. */
    private long assignable() {
        supervisor.putBack(assigned.workOrder());
        return assigned.workOrder();
    }

    private ObjectNode extension() {
        return JSON.createObjectNode()
                .put(
                        "currentDueAt",
                        supervisor.review(assigned.workOrder()).path("dueAt").asText())
                .put("amount", 1)
                .put("unit", "OPEN_SECONDS")
                .put("reason", "HIGH_VOLUME");
    }

    /** Returns a submission whose review is in the queue. */
    private Submission open() {
        Submission submission = submit();
        supervisor.awaitReview(submission.workOrder());
        return submission;
    }

    private Submission claim() {
        Submission submission = open();
        claimant.claim(submission.workOrder());
        return submission;
    }

    /** Returns the claimed review, or another claimed review if it was decided or released. Renews the lease. */
    private Submission stillClaimed() {
        Api.Answer review = claimant.review(claimed.workOrder());
        boolean held = review.status() == 200
                && review.expect(200).path("status").asText().equals("CLAIMED");
        if (!held) {
            claimed = claim();
        }
        return claimed;
    }

    private static ObjectNode skills() {
        ObjectNode skills = JSON.createObjectNode();
        skills.putArray("ownerTypes").add("COMPANY");
        skills.putArray("policies").add("STANDARD");
        skills.putArray("purposes").add("SELF");
        skills.putArray("subjects").add("QUALIFICATION");
        return skills;
    }

    private long skillsVersion() {
        return supervisor.skills(SPARE_REVIEWER).path("version").asLong();
    }

    private static ObjectNode identity(DemoAccount account) {
        return JSON.createObjectNode()
                .put("kind", "COMPANY")
                .put("companyName", account.companyName())
                .put("creditCode", account.creditCode());
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    private void request(String operation, Supplier<Request> request) {
        requests.put(operation, request);
    }

    /** @param headers names and values in turn */
    private static Request plain(String target, String... headers) {
        return new Request(encoded(target), pairs(headers), () -> new byte[0]);
    }

    private static Request json(String target, JsonNode body, String... headers) {
        Map<String, String> all = pairs(headers);
        all.put("Content-Type", "application/json");
        return new Request(target, all, () -> body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> pairs(String... headers) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int index = 0; index < headers.length; index += 2) {
            pairs.put(headers[index], headers[index + 1]);
        }
        return pairs;
    }

    private static String encoded(String target) {
        return URI.create(target).toASCIIString();
    }
}
