/**
 * Import of qualifications that another system approved (导入已审批资质). An operator uploads a sheet. A dry run checks each
 * row and changes nothing else. Another operator confirms, and {@link io.zizhi.qualification.bulk.importing.work} turns
 * each row into an approved qualification, without a review and without a clock.
 *
 * <pre>
 *   WAITING ──dry run──▶ CHECKED ──confirmed by another operator──▶ CONFIRMED ──import──▶ IMPORTED
 *      │                                                               └──cannot be imported any more──▶ FAILED
 *      └──cannot be imported──▶ INVALID            before the confirmation ──cancel──▶ CANCELLED
 * </pre>
 */
@NullMarked
package io.zizhi.qualification.bulk.importing;

import org.jspecify.annotations.NullMarked;
