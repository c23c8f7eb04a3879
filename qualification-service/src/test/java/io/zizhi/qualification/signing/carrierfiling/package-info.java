@NullMarked
package io.zizhi.qualification.signing.carrierfiling;

import org.jspecify.annotations.NullMarked;
