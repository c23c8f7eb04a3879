package io.zizhi.qualification.companyauth.alipay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A response of the gateway, {@code {"<method>_response": {…}, "sign": "…"}}. The signature covers the exact text of
 * the first member; everything else is ignored.
 */
final class AlipayAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUCCESS = "10000";

    private final JsonNode content;

    private AlipayAnswer(JsonNode content) {
        this.content = content;
    }

    /** Parses the response to {@code method}; rejects one without a valid signature or with an error code. */
    static AlipayAnswer read(String body, String method, AlipaySignature signature) {
        String signed = null;
        String sign = null;
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "is not a JSON object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                if (member.equals(method.replace('.', '_') + "_response")) {
                    require(signed == null, "has two response members");
                    signed = textOf(parser, body);
                } else if (member.equals("sign")) {
                    require(sign == null, "has two signatures");
                    sign = parser.getValueAsString();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException noJson) {
            throw new AlipayFailure("Alipay's response is not valid JSON");
        }
        return verified(signed, sign, signature);
    }

    private static String textOf(JsonParser parser, String body) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return body.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private static AlipayAnswer verified(@Nullable String signed, @Nullable String sign, AlipaySignature signature) {
        require(signed != null && sign != null, "has no response member or no signature");
        require(signed != null && sign != null && signature.isOf(signed, sign), "has an invalid signature");
        try {
            AlipayAnswer answer = new AlipayAnswer(JSON.readTree(signed));
            require(
                    answer.text("code").equals(SUCCESS),
                    "has code " + answer.text("code") + " " + answer.text("sub_code"));
            return answer;
        } catch (IOException noJson) {
            throw new AlipayFailure("Alipay's response is not valid JSON");
        }
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new AlipayFailure("Alipay's response " + otherwise);
        }
    }

    /** Returns a member, or an empty string if it is missing. */
    String text(String member) {
        return content.path(member).asText("");
    }
}
