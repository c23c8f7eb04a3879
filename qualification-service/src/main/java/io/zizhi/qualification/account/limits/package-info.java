/** Limits on what accounts may ask of this service. Limits of file formats are defined where the format is parsed. */
@NullMarked
package io.zizhi.qualification.account.limits;

import org.jspecify.annotations.NullMarked;
