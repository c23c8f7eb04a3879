package io.zizhi.qualification.companyauth.alipay;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** HTTP client of Alipay's open platform. It never retries, because each authentication may cost money. */
@RegisterRestClient(configKey = "alipay")
@Path("/gateway.do")
public interface AlipayClient {

    /** Sends the parameters and returns the response as raw bytes, because both are signed byte for byte. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED + ";charset=utf-8")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    Uni<byte[]> call(byte[] parameters);
}
