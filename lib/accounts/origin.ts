/** Where and when a request came. */
export interface Origin {
  /** Of the peer, for limits. */
  address: string;
  userAgent: string;
  now: Date;
}
