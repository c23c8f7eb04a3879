package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.local.suite.IdentityClient;
import io.zizhi.local.suite.Suite;
import java.net.URI;

/** Acts as a system that issues SMS signatures, through the internal interface. */
public final class SignatureSystem {

    private final URI root;
    private final Api api;

    public SignatureSystem(Suite suite) {
        this.root = URI.create(suite.internalUrl("qualification-service") + "/internal/v1/signatures");
        this.api = new Api(suite.infrastructure()
                .identity()
                .serviceToken(IdentityClient.SIGNATURE_SYSTEM, "qualification-service"));
    }

    /** Returns whether the qualification may carry the signature, and the reason if not. */
    public JsonNode ask(ObjectNode question) {
        return api.post(URI.create(root + "/evaluation"), question).expect(200);
    }

    public Api.Answer bind(ObjectNode question) {
        return api.post(root, question);
    }

    public void release(long id) {
        api.delete(URI.create(root + "/" + id)).expect(204);
    }
}
