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
 * Lets the bytes of a document be written at the pace of the client. Written at once, they would be copied into the buffers of
 * the connection, and the answer would count as ended while a slow client has not read any of it.
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
