package io.zizhi.qualification.signing.carrierfiling;

import io.quarkus.security.identity.SecurityIdentity;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.carrierfiling.CarrierFiling;
import io.zizhi.qualification.model.carrierfiling.CarrierFilingRepository;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The carriers of a filing system: the claim {@code carriers} of its token, an array of their codes. A token without the
 * claim has none, so a client that nobody has bound to carriers gets no filings.
 */
record OwnCarriers(Set<String> codes) {

    static OwnCarriers of(SecurityIdentity client) {
        return named(client.getPrincipal() instanceof JsonWebToken token ? token.getClaim("carriers") : null);
    }

    /** @param claim of the token; anything but an array names no carrier */
    static OwnCarriers named(@Nullable Object claim) {
        return new OwnCarriers(
                claim instanceof Collection<?> array
                        ? array.stream()
                                .map(code -> code instanceof JsonString text ? text.getString() : String.valueOf(code))
                                .collect(Collectors.toUnmodifiableSet())
                        : Set.of());
    }

    /** Fails with 403 if the carrier is another's. */
    void require(String carrier) {
        if (!codes.contains(carrier)) {
            throw Problems.forbidden(
                    "CARRIER_NOT_ALLOWED", "The claim carriers of the token does not name this carrier.");
        }
    }

    /** Fails with 404, as for an unknown id, if the filing is for another's carrier. */
    void require(CarrierFiling filing) {
        if (!codes.contains(filing.carrier())) {
            throw CarrierFilingRepository.notFound();
        }
    }
}
