package io.zizhi.platform.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Counts a JSON body while it is read, for those that do not declare their length. */
@Provider
public class JsonSizeLimit implements ReaderInterceptor {

    private final long limit;

    /** @param limit largest JSON body, in bytes */
    @Inject
    JsonSizeLimit(@ConfigProperty(name = "zizhi.http.max-json-bytes", defaultValue = "262144") long limit) {
        this.limit = limit;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context)
            throws IOException, WebApplicationException {
        MediaType type = context.getMediaType();
        if (type != null && type.getSubtype().toLowerCase(Locale.ROOT).contains("json")) {
            context.setInputStream(new Counted(context.getInputStream(), limit));
        }
        return context.proceed();
    }

    /** More JSON than allowed. */
    static final class TooLargeException extends IOException {
        TooLargeException() {
            super("The body is larger than allowed here.");
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long count;

        Counted(InputStream source, long limit) {
            super(source);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) throws IOException {
            count += more;
            if (count > limit) {
                throw new TooLargeException();
            }
        }
    }
}
