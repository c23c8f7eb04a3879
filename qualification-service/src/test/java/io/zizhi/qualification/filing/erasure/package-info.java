@NullMarked
package io.zizhi.qualification.filing.erasure;

import org.jspecify.annotations.NullMarked;
