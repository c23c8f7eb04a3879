package io.zizhi.document.viewing;

import io.zizhi.document.limits.TransferWatch.Watched;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.Pieces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/** The bytes of a document, or of one of its pages, for an authorised viewer. */
final class Content {

    private final String contentType;
    private final String fileName;
    private final Pieces pieces;
    private final ViewPlace place;

    /** @param fileName suggested for downloads; never a name chosen by the uploader */
    Content(String contentType, String fileName, Pieces pieces, ViewPlace place) {
        this.contentType = contentType;
        this.fileName = fileName;
        this.pieces = pieces;
        this.place = place;
    }

    /** Returns the original bytes of a document. */
    static Content of(Document document, Pieces pieces, ViewPlace place) {
        return new Content(document.format().contentType(), document.fileName(), pieces, place);
    }

    /**
     * Returns the response. Its headers make browsers show the declared type, run no scripts, store nothing and refuse
     * embedding by other sites.
     */
    ResponseBuilder toResponse() {
        return Response.ok(this)
                .type(contentType)
                .header("Content-Disposition", "inline; filename=\"" + fileName + "\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /**
     * Writes piece by piece, then ends the response. Each piece is written after the client has taken the previous one.
     */
    void writeTo(ServerHttpResponse response) {
        response.setResponseHeader("Content-Length", Integer.toString(pieces.size()));
        writeNext(response, place.watch());
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] piece = pieces.next(); piece != null; piece = pieces.next()) {
            out.write(piece);
        }
    }

    private void writeNext(ServerHttpResponse response, Watched watched) {
        byte[] piece = pieces.next();
        if (piece == null) {
            watched.stop();
            response.end();
            return;
        }
        response.write(piece, failure -> {
            place.release(piece.length);
            watched.moved(piece.length);
            // A failure means that the connection is closed.
            if (failure == null) {
                writeNext(response, watched);
            } else {
                watched.stop();
            }
        });
    }
}
