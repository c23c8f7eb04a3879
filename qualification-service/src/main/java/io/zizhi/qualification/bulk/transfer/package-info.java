/**
 * Serves templates, uploads of sheets and downloads of results. The number of sheets in memory at the same time is
 * bounded.
 */
@NullMarked
package io.zizhi.qualification.bulk.transfer;

import org.jspecify.annotations.NullMarked;
