package io.zizhi.document.viewing;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes the bytes of a document piece by piece, each when the client's side has taken the one before, and ends the
 * answer only then. Written at once, they would be copied into the buffers of the connection, and the answer would count
 * as ended while a slow client has not read any of it.
 */
@Provider
public class ContentWriter implements ServerMessageBodyWriter<Content> {

    private static final int PIECE = 64 * 1024;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == Content.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Content.class;
    }

    @Override
    public void writeResponse(Content content, Type generic, ServerRequestContext context) {
        byte[] bytes = content.bytes();
        ServerHttpResponse response = context.serverResponse();
        response.setResponseHeader("Content-Length", Integer.toString(bytes.length));
        writeFrom(0, bytes, response);
    }

    @Override
    public void writeTo(
            Content content,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(content.bytes());
    }

    private static void writeFrom(int start, byte[] bytes, ServerHttpResponse response) {
        if (start == bytes.length) {
            response.end();
            return;
        }
        int end = Math.min(start + PIECE, bytes.length);
        response.write(Arrays.copyOfRange(bytes, start, end), failure -> {
            // After a failure the connection is closed, and there is nobody to write to.
            if (failure == null) {
                writeFrom(end, bytes, response);
            }
        });
    }
}
