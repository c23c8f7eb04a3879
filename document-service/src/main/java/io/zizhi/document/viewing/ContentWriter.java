package io.zizhi.document.viewing;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes the bytes of a document at the pace of the client. If they were written at once, they would fill the
 * connection's buffers, and the response would seem finished before a slow client has read anything.
 */
@Provider
public class ContentWriter implements ServerMessageBodyWriter<Content> {

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
        content.writeTo(context.serverResponse());
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
        content.writeTo(out);
    }
}
