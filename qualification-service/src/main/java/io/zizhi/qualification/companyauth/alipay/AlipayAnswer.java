package io.zizhi.qualification.companyauth.alipay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the gateway, {@code {"<method>_response": {…}, "sign": "…"}}. What is signed is the text of the first
 * member, to the letter; nothing else is looked at.
 */
final class AlipayAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUCCESS = "10000";

    private final JsonNode content;

    private AlipayAnswer(JsonNode content) {
        this.content = content;
    }

    /** Reads the answer to {@code method}; refuses one that Alipay did not sign or that does not succeed. */
    static AlipayAnswer read(String body, String method, AlipaySignature signature) {
        String signed = null;
        String sign = null;
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "is no object");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                if (member.equals(method.replace('.', '_') + "_response")) {
                    require(signed == null, "answers twice");
                    signed = textOf(parser, body);
                } else if (member.equals("sign")) {
                    require(sign == null, "is signed twice");
                    sign = parser.getValueAsString();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException noJson) {
            throw new AlipayFailure("The answer is no JSON");
        }
        return verified(signed, sign, signature);
    }

    private static String textOf(JsonParser parser, String body) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return body.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private static AlipayAnswer verified(@Nullable String signed, @Nullable String sign, AlipaySignature signature) {
        require(signed != null && sign != null, "is not signed");
        require(signed != null && sign != null && signature.isOf(signed, sign), "has a wrong signature");
        try {
            AlipayAnswer answer = new AlipayAnswer(JSON.readTree(signed));
            require(answer.text("code").equals(SUCCESS), "says " + answer.text("code") + " " + answer.text("sub_code"));
            return answer;
        } catch (IOException noJson) {
            throw new AlipayFailure("The answer is no JSON");
        }
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new AlipayFailure("The answer " + otherwise);
        }
    }

    /** A member; empty where there is none. */
    String text(String member) {
        return content.path(member).asText("");
    }
}
