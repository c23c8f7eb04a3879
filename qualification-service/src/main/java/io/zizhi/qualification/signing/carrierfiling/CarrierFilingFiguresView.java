package io.zizhi.qualification.signing.carrierfiling;

import java.util.List;

/**
 * Figures of the carrier filings of all accounts: all that are pending or filed, and those that were accepted, rejected
 * or cancelled in the last 30 days.
 *
 * @param items the counts by carrier and state, without those that are 0
 */
public record CarrierFilingFiguresView(List<CarrierFilingCount> items) {}
