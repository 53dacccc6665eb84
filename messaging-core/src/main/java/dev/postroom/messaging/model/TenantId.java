package dev.postroom.messaging.model;

/**
 * The id of a tenant, such as an account or a site. Every thread, member and key belongs to exactly one tenant, and no
 * answer mixes two tenants. Hosts without tenants use {@link #DEFAULT}.
 *
 * <p>The id has 1 to 64 characters and is compared byte for byte.
 *
 * @param value the id that the host uses for the tenant
 */
public record TenantId(String value) {

    /** The maximum number of characters of a tenant id. */
    public static final int MAX_LENGTH = 64;

    /** The tenant of hosts without tenants: {@code default}. */
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
     * Creates a tenant id.
     *
     * @param value the id that the host uses for the tenant
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
