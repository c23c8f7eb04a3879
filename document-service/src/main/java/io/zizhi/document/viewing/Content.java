package io.zizhi.document.viewing;

import io.zizhi.document.limits.TransferWatch.Watched;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.objects.Pieces;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/** The bytes of a document for an authorised viewer, fully authenticated. */
final class Content {

    private final Document document;
    private final Pieces pieces;
    private final ViewPlace place;

    Content(Document document, Pieces pieces, ViewPlace place) {
        this.document = document;
        this.pieces = pieces;
        this.place = place;
    }

    Document document() {
        return document;
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
