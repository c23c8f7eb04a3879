package io.zizhi.notification.sender.alibaba;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.notification.sender.channel.ReceiptBody;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.http.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Takes the receipts that Alibaba Cloud pushes (SmsReport, HTTP batch mode). The cloud does not sign them, so the URL
 * contains a secret token. Without a configured token, or with another one, the answer is 404.
 */
@Path("/v1/sms-receipts/alibaba")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class AlibabaReceiptResource {

    private final AlibabaSender sender;
    private final SmsReceipts receipts;

    AlibabaReceiptResource(AlibabaSender sender, SmsReceipts receipts) {
        this.sender = sender;
        this.receipts = receipts;
    }

    /**
     * Records the pushed receipts. The cloud pushes them again unless the answer is 200.
     *
     * @param token secret part of the URL
     */
    @POST
    @Path("{token: [A-Za-z0-9_-]{1,128}}")
    @Operation(hidden = true)
    public Uni<Taken> take(@PathParam("token") String token, @Context RoutingContext context) {
        IncomingBody body = new IncomingBody(context);
        if (!sender.isReceiptToken(token)) {
            throw Problems.notFound("NOT_FOUND", "No such address.");
        }
        return ReceiptBody.receive(body)
                .map(PushedReport::read)
                .chain(reports -> Multi.createFrom()
                        .iterable(reports)
                        .onItem()
                        .transformToUniAndConcatenate(report -> receipts.record(report.receipt()))
                        .collect()
                        .last())
                .replaceWith(new Taken(0, "OK"));
    }

    /**
     * The answer that the cloud expects.
     *
     * @param code 0
     * @param msg a text
     */
    public record Taken(int code, String msg) {}
}
