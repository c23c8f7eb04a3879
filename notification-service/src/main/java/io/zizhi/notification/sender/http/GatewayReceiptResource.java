package io.zizhi.notification.sender.http;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.zizhi.notification.sender.channel.ReceiptBody;
import io.zizhi.notification.sender.channel.SmsReceipts;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.http.problem.Problems;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Takes receipts of the operator's gateway. They are signed as Standard Webhooks defines, with the secret of the
 * sender. A repeated receipt changes nothing, and one older than five minutes is refused. Without a configured secret,
 * the answer is 404.
 */
@Path("/v1/sms-receipts/http")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GatewayReceiptResource {

    private final HttpSmsSender sender;
    private final SmsReceipts receipts;

    GatewayReceiptResource(HttpSmsSender sender, SmsReceipts receipts) {
        this.sender = sender;
        this.receipts = receipts;
    }

    /** Records a receipt. The gateway sends it again unless the answer is 2xx. */
    @POST
    @Operation(hidden = true)
    public Uni<Void> take(@Context RoutingContext context) {
        IncomingBody body = new IncomingBody(context);
        if (!sender.takesReceipts()) {
            throw Problems.notFound("NOT_FOUND", "No such address.");
        }
        return ReceiptBody.receive(body).chain(text -> {
            if (!sender.isGenuine(context.request()::getHeader, text)) {
                throw Problems.unauthenticated("The signature is missing, wrong or too old.");
            }
            return receipts.record(GatewayReceipt.read(text));
        });
    }
}
