package io.zizhi.platform.http.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Limits the size of JSON bodies without a declared length, accepts only UTF-8, which RFC 8259 requires, and reports all
 * errors of a body at once.
 */
@Provider
public class JsonSizeLimit implements ReaderInterceptor {

    /** Not {@code PlatformLimits}, which does not exist yet when RESTEasy creates its interceptors. */
    private final HttpLimits limits;

    private final BodyViolations violations;

    JsonSizeLimit(HttpLimits limits, BodyViolations violations) {
        this.limits = limits;
        this.violations = violations;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!isReadAsJson(context)) {
            return context.proceed();
        }
        byte[] body = read(context.getInputStream());
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (JsonMappingException wrong) {
            throw Problems.invalid(violations.of(body, context.getGenericType(), wrong));
        } catch (WebApplicationException refused) {
            if (refused.getCause() instanceof JsonMappingException wrong) {
                throw Problems.invalid(violations.of(body, context.getGenericType(), wrong));
            }
            throw refused;
        }
    }

    /**
     * Returns false if the resource receives the body as a stream: whatever its content type, it is not parsed as JSON.
     */
    private static boolean isReadAsJson(ReaderInterceptorContext context) {
        MediaType type = context.getMediaType();
        return type != null
                && type.getSubtype().toLowerCase(Locale.ROOT).contains("json")
                && !context.getType().equals(InputStream.class);
    }

    private byte[] read(InputStream source) throws IOException {
        int limit = limits.jsonBytes();
        byte[] body = source.readNBytes(limit + 1);
        if (body.length > limit) {
            throw Problems.tooLarge("PAYLOAD_TOO_LARGE", "A JSON body may have at most " + limit + " bytes.");
        }
        if (!TextForm.isUtf8(body) || holdsNul(body)) {
            throw Problems.invalid(List.of(new Violation("", "JSON_MALFORMED", "The body is not UTF-8.")));
        }
        return body;
    }

    /**
     * Returns whether the body contains a NUL byte. UTF-16 and UTF-32, which Jackson would accept, contain NUL; JSON in
     * UTF-8 does not.
     */
    private static boolean holdsNul(byte[] body) {
        for (byte next : body) {
            if (next == 0) {
                return true;
            }
        }
        return false;
    }
}
