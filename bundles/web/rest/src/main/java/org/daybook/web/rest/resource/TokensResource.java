package org.daybook.web.rest.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import org.daybook.api.access.NewToken;
import org.daybook.api.error.InvalidInputException;
import org.daybook.api.error.NotFoundException;
import org.daybook.api.store.TokenQuery;
import org.daybook.api.store.Transaction;
import org.daybook.web.rest.Parts;
import org.daybook.web.rest.access.Caller;
import org.daybook.web.rest.body.TokenBody;
import org.daybook.web.rest.openapi.Operation;
import org.daybook.web.rest.view.Created;
import org.daybook.web.rest.view.Listing;
import org.daybook.web.rest.view.TokenView;

/** The credentials of machines. */
@Path(Paths.TOKENS)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokensResource {
  private final Parts parts;

  public TokensResource(Parts parts) {
    this.parts = parts;
  }

  @GET
  @Operation("Lists the tokens without their secrets.")
  public Listing<TokenView> list(
      @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return Lists.read(
        parts,
        Lists.Part.of(limit, after),
        Transaction::tokens,
        tx -> TokenQuery.everything(),
        (token, names) -> TokenView.of(token));
  }

  @GET
  @Path("{id}")
  @Operation("Gets a token without its secret.")
  public TokenView get(@PathParam("id") String id) {
    return parts
        .store()
        .read(tx -> tx.tokens().find(id))
        .map(TokenView::of)
        .orElseThrow(() -> new NotFoundException("token", id));
  }

  @POST
  @Operation("Makes a token; its secret is shown this once.")
  public Created<TokenView> add(@Context SecurityContext caller, TokenBody body) {
    TokenBody given = Input.body(body);
    List<String> scopes = given.scopes() == null ? List.of() : given.scopes();
    if (scopes.stream().anyMatch(scope -> scope == null)) {
      throw new InvalidInputException("scopes", "must not hold null");
    }
    NewToken made =
        parts
            .accounts()
            .createToken(
                Caller.of(caller),
                Input.text(given.name()),
                Set.copyOf(scopes),
                Optional.ofNullable(given.expiresAt()));
    return new Created<>(
        TokenView.of(made.token(), made.secret()), Paths.TOKENS + "/" + made.token().id());
  }

  @DELETE
  @Path("{id}")
  @Operation("Makes a token useless from now on.")
  public void revoke(@Context SecurityContext caller, @PathParam("id") String id) {
    get(id);
    parts.accounts().revokeToken(Caller.of(caller), id);
  }
}
