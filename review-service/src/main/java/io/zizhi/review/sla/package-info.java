/**
 * The settings of the review clock, in versions: which policy is for whom, which days and hours count. Changes reckon the
 * due times of open reviews anew; everybody can be shown how a due time came about.
 */
@NullMarked
package io.zizhi.review.sla;

import org.jspecify.annotations.NullMarked;
