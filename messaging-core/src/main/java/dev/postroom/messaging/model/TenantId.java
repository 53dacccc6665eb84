package dev.postroom.messaging.model;

/**
 * The isolation boundary: an account, a site. Every thread, member and key belongs to exactly one tenant, and no answer
 * ever mixes two. Hosts without tenants use {@link #DEFAULT}.
 *
 * <p>1 to 64 characters, compared byte for byte.
 *
 * @param value the host's id of the tenant
 */
public record TenantId(String value) {

    /** The most characters a tenant id may have. */
    public static final int MAX_LENGTH = 64;

    /** The tenant of hosts that have no tenants: {@code default}. */
    public static final TenantId DEFAULT = new TenantId("default");

    /**
     * Checks the id.
     *
     * @throws InvalidException if it is null, blank, too long, or has NUL characters or lone surrogates
     */
    public TenantId {
        Identifiers.checked("tenantId", value, MAX_LENGTH);
    }

    /**
     * Makes a tenant id.
     *
     * @param value the host's id of the tenant
     * @return the tenant id
     * @throws InvalidException if it is null, blank, too long, or has NUL characters or lone surrogates
     */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
