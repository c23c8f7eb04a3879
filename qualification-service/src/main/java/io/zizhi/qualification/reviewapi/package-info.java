/**
 * What the review desk asks this service by its internal API: the submitted form, differences, related qualifications, and
 * single values without their mask.
 */
@NullMarked
package io.zizhi.qualification.reviewapi;

import org.jspecify.annotations.NullMarked;
