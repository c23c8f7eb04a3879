package io.zizhi.qualification.companyauth.alipay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A response of the gateway, {@code {"<method>_response": {…}, "sign": "…"}}. The signature covers the exact text of
 * the first member; everything else is ignored.
 */
final class AlipayAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUCCESS = "10000";
    private static final int LONGEST_CODE = 100;

    private final JsonNode content;

    private AlipayAnswer(JsonNode content) {
        this.content = content;
    }

    /** Parses the response to {@code method}; rejects one without a valid signature or with an error code. */
    static AlipayAnswer read(String body, String method, AlipaySignature signature) {
        String signed = null;
        String error = null;
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
                } else if (member.equals("error_response")) {
                    require(error == null, "has two errors");
                    error = textOf(parser, body);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException noJson) {
            throw new AlipayFailure("Alipay's response is not valid JSON");
        }
        return verified(signed == null ? error : signed, sign, signature);
    }

    private static String textOf(JsonParser parser, String body) throws IOException {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return body.substring(from, (int) parser.currentLocation().getCharOffset());
    }

    private static AlipayAnswer verified(@Nullable String content, @Nullable String sign, AlipaySignature signature) {
        if (content == null) {
            throw new AlipayFailure("Alipay's response has no response member");
        }
        if (sign == null) {
            throw new AlipayFailure("Alipay's response has no signature and contains "
                    + parsed(content).code());
        }
        AlipayAnswer answer = parsed(signed(content, sign, signature));
        require(answer.text("code").equals(SUCCESS), "contains " + answer.code());
        return answer;
    }

    /** Returns the text that Alipay signed: the gateway may escape slashes afterwards, which its own client undoes. */
    private static String signed(String content, String sign, AlipaySignature signature) {
        return Stream.of(content, content.replace("\\/", "/"))
                .filter(text -> signature.isOf(text, sign))
                .findFirst()
                .orElseThrow(() -> new AlipayFailure("Alipay's response has an invalid signature"));
    }

    private static AlipayAnswer parsed(String content) {
        try {
            return new AlipayAnswer(JSON.readTree(content));
        } catch (IOException noJson) {
            throw new AlipayFailure("Alipay's response is not valid JSON");
        }
    }

    /** Returns the codes for the log, for example {@code code 40002 isv.invalid-signature}; they may be unsigned. */
    private String code() {
        String codes = "code " + text("code") + " " + text("sub_code");
        return codes.substring(0, Math.min(codes.length(), LONGEST_CODE)).replaceAll("[^A-Za-z0-9 ._-]", "?");
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
