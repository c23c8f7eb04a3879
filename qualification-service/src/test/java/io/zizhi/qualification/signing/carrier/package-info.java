@NullMarked
package io.zizhi.qualification.signing.carrier;

import org.jspecify.annotations.NullMarked;
