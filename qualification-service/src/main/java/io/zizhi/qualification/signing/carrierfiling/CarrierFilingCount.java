package io.zizhi.qualification.signing.carrierfiling;

import io.zizhi.qualification.model.carrierfiling.CarrierFilingStatus;

/**
 * The number of carrier filings of a carrier in one state.
 *
 * @param carrier code of the carrier
 * @param status state of the filings
 * @param amount number of filings
 * @param overdue number of these whose due time has passed
 */
public record CarrierFilingCount(String carrier, CarrierFilingStatus status, long amount, long overdue) {}
