package io.zizhi.qualification.companyauth.alipay;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** HTTP client of Alipay's open platform. It never retries, because each authentication may cost money. */
@RegisterRestClient(configKey = "alipay")
@Path("/gateway.do")
public interface AlipayClient {

    /**
     * Sends a request the way Alipay's own clients do and returns the response as raw bytes, because it is signed byte
     * for byte.
     *
     * @param common the common parameters with {@code sign}; in the URL, where the gateway looks for the charset
     * @param content the URL-encoded {@code biz_content}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED + ";charset=utf-8")
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 5, delayUnit = ChronoUnit.SECONDS)
    Uni<byte[]> call(@RestQuery Map<String, String> common, byte[] content);
}
