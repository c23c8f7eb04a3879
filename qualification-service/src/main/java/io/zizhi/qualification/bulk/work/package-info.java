/**
 * Processes the rows of bulk filings. A row is claimed for a minute, and one step is performed on it. Each step is a
 * transaction of a use case, and its result is recorded in the row. After a crash another process therefore continues
 * with the next step. Creating the draft and recording it is one transaction. A submission uses an idempotency key made
 * from its row, so a repeated submission returns the original one.
 */
@NullMarked
package io.zizhi.qualification.bulk.work;

import org.jspecify.annotations.NullMarked;
