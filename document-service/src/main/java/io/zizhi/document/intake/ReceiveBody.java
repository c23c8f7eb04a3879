package io.zizhi.document.intake;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.zizhi.document.limits.Slowness;
import io.zizhi.document.limits.Transfer;
import io.zizhi.document.limits.TransferWatch;
import io.zizhi.document.limits.TransferWatch.Watched;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the body of an upload as it arrives. No thread waits for it. A slow client occupies only memory, and is cut off
 * below the minimum rate.
 */
@ApplicationScoped
class ReceiveBody {

    private final TransferWatch watch;
    private final UploadPlaces places;

    ReceiveBody(TransferWatch watch, UploadPlaces places) {
        this.watch = watch;
        this.places = places;
    }

    /**
     * Returns the whole body, at least one byte. The request must be paused before the call. It is paused again if its
     * body is rejected.
     */
    Uni<byte[]> receive(HttpServerRequest request, Upload upload, String accountId) {
        return Uni.createFrom().deferred(() -> {
            Context caller = Vertx.currentContext();
            CompletableFuture<byte[]> whole = new CompletableFuture<>();
            Watched watched = watch.watch(
                    Transfer.UPLOAD, accountId, places.budget(), slowness -> refuse(request, whole, tooSlow(slowness)));
            read(request, upload, watched, whole);
            return Uni.createFrom()
                    .completionStage(whole)
                    .emitOn(next -> caller.runOnContext(ignored -> next.run()))
                    .onTermination()
                    .invoke(watched::stop);
        });
    }

    private static void read(
            HttpServerRequest request, Upload upload, Watched watched, CompletableFuture<byte[]> whole) {
        if (request.isEnded()) {
            whole.completeExceptionally(Upload.empty());
            return;
        }
        BodyBuffer buffer =
                new BodyBuffer(Upload.MAX_BYTES, upload.declaredLength().orElse(0));
        request.handler(piece -> {
            watched.moved(piece.length());
            if (!buffer.add(piece)) {
                refuse(request, whole, Upload.tooLarge());
            }
        });
        request.endHandler(ignored -> complete(whole, buffer.whole()));
        request.exceptionHandler(gone -> whole.completeExceptionally(
                Problems.badRequest("UPLOAD_INTERRUPTED", "", "The body is incomplete. Upload the file again.")));
        String expected = request.getHeader(HttpHeaders.EXPECT);
        if (HttpHeaderValues.CONTINUE.toString().equalsIgnoreCase(expected)) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private static void complete(CompletableFuture<byte[]> whole, byte[] bytes) {
        if (bytes.length == 0) {
            whole.completeExceptionally(Upload.empty());
        } else {
            whole.complete(bytes);
        }
    }

    /** Stops reading. {@code UnreadBodies} drops the rest after the error has been sent. */
    private static void refuse(HttpServerRequest request, CompletableFuture<byte[]> whole, RuntimeException refusal) {
        // first, because an ended request takes no handler
        whole.completeExceptionally(refusal);
        if (!request.isEnded()) {
            request.handler(ignored -> {}).pause();
        }
    }

    private static ProblemException tooSlow(Slowness slowness) {
        return slowness == Slowness.CROWDED_OUT
                ? Transfer.UPLOAD.busy()
                : Problems.badRequest("UPLOAD_TOO_SLOW", "", "The body arrived too slowly. Upload it again.");
    }
}
