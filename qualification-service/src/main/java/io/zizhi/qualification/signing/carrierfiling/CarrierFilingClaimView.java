package io.zizhi.qualification.signing.carrierfiling;

import java.util.List;

/**
 * A claim of pending carrier filings.
 *
 * @param claimId send it with requests for data and with the report that a filing was filed
 * @param items the claimed filings, those that are due first; empty if none is free
 */
public record CarrierFilingClaimView(String claimId, List<CarrierFilingView> items) {}
