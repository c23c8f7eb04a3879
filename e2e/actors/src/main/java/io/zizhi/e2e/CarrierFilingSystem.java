package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.Port;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A filing system for demonstrations. It claims the pending filings of a carrier, reads the data of a signature's
 * filing and copies its documents, files it and reports what the carrier answers. The carriers are invented.
 */
public final class CarrierFilingSystem {

    /** A rejection that an amendment cannot cure, so it opens none. */
    public static final String SYSTEM_ERROR = "SYSTEM_ERROR";

    private final String root;
    private final String documents;
    private final Api api;
    private final Api documentApi;

    public CarrierFilingSystem(Addresses addresses) {
        this.root = "http://127.0.0.1:"
                + Port.internal(addresses.qualification().getPort()) + "/internal/v1/carrier-filings";
        this.documents =
                "http://127.0.0.1:" + Port.internal(addresses.document().getPort()) + "/internal/v1/documents/";
        this.api = Login.asSystem(IdentityServer.CARRIER_FILING_SYSTEM, "qualification-service", addresses);
        this.documentApi = Login.asSystem(IdentityServer.CARRIER_FILING_SYSTEM, "document-service", addresses);
    }

    /**
     * What a carrier gets.
     *
     * @param data the data of the filing
     * @param pages the first page of each document, as PNG, by the id of the document
     */
    public record Sent(JsonNode data, Map<String, byte[]> pages) {}

    /** What a carrier answers to a filing: the code of a rejection, or null. */
    public interface Carrier extends Function<Sent, @Nullable String> {}

    /**
     * Files a signature with a carrier. Filings of other signatures that are due earlier are claimed too, but not
     * reported: their claims run out.
     *
     * @param signatureId id of the binding
     * @return the filing after the carrier's answer
     */
    public JsonNode file(long signatureId, String code, Carrier carrier) {
        JsonNode claimed = claim(code);
        while (!claimed.path("items").isEmpty()) {
            for (JsonNode filing : claimed.path("items")) {
                if (filing.path("signatureId").asLong() == signatureId) {
                    return fileClaimed(
                            filing.path("id").asLong(), claimed.path("claimId").asText(), carrier);
                }
            }
            claimed = claim(code);
        }
        throw new AssertionError("Signature " + signatureId + " has no filing with " + code
                + " that can be claimed. Another filing system may have claimed it.");
    }

    /** Claims up to a hundred pending filings of a carrier. */
    public JsonNode claim(String code) {
        return api.post(
                        URI.create(root + "/claims"),
                        Api.JSON.createObjectNode().put("carrier", code).put("limit", 100))
                .expect(200);
    }

    private JsonNode fileClaimed(long id, String claimId, Carrier carrier) {
        JsonNode data = data(id, claimId);
        Map<String, byte[]> pages = new LinkedHashMap<>();
        for (String document : documentsOf(data)) {
            Api.Answer page = copy(document, id, claimId, 1);
            page.expect(200);
            pages.put(document, page.bytes());
        }
        report(id, Api.JSON.createObjectNode().put("result", "FILED").put("claimId", claimId));
        String refused = carrier.apply(new Sent(data, pages));
        return refused == null
                ? report(id, Api.JSON.createObjectNode().put("result", "ACCEPTED"))
                : report(
                        id,
                        Api.JSON
                                .createObjectNode()
                                .put("result", "REJECTED")
                                .put("reason", refused)
                                .put("note", "运营商要求补充签名用途说明")
                                .put("openAmendment", !refused.equals(SYSTEM_ERROR)));
    }

    /** Reads the data of a claimed filing. */
    public JsonNode data(long id, String claimId) {
        return api.post(at(id, "/data"), Api.JSON.createObjectNode().put("claimId", claimId))
                .expect(200);
    }

    /** Returns the ids of the documents that the data of a filing names, each once. */
    public static List<String> documentsOf(JsonNode data) {
        return data.path("documents").findValuesAsText("documentId").stream()
                .distinct()
                .toList();
    }

    /**
     * Copies a page of a document of a claimed filing.
     *
     * @param page null for the original
     */
    public Api.Answer copy(String document, long id, String claimId, @Nullable Integer page) {
        return documentApi.post(
                URI.create(documents + document + "/carrier-copies"),
                Api.JSON
                        .createObjectNode()
                        .put("filingId", id)
                        .put("claimId", claimId)
                        .put("page", page));
    }

    private JsonNode report(long id, ObjectNode report) {
        return api.post(at(id, "/reports"), report).expect(200);
    }

    private URI at(long id, String path) {
        return URI.create(root + "/" + id + path);
    }
}
